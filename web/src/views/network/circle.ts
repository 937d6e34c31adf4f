// Who met whom, on a circle: the persons of a state side by side, a curve for each two who met. No
// forces and no chance: the same meetings give the same picture.
//
// Order: states, then persons within a state, are moved toward those they met (the mean direction of
// their partners), a fixed number of rounds; ties by name. The reader's home state begins at the top.

import type { NetEdge, NetNode, Network } from "../../api/people";

export interface PlacedNode extends NetNode {
  angle: number; // radians, clockwise from the top
  x: number;
  y: number;
}

export interface PlacedEdge extends NetEdge {
  path: string;
  width: number;
}

export interface StateArc {
  state: string;
  path: string;
}

export interface Circle {
  radius: number;
  nodes: PlacedNode[];
  edges: PlacedEdge[];
  arcs: StateArc[];
}

const kRounds = 12;
const kSpacing = 16; // px along the circle that a label needs
const kGap = 1; // of a spacing, between two states

const by_name = (a: { name: string }, b: { name: string }): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0;

// The mean direction of unit vectors; null where they cancel out.
function mean_angle(angles: { angle: number; weight: number }[]): number | null {
  let x = 0;
  let y = 0;
  for (const { angle, weight } of angles) {
    x += Math.sin(angle) * weight;
    y -= Math.cos(angle) * weight;
  }
  return Math.hypot(x, y) < 1e-9 ? null : Math.atan2(x, -y);
}

// The signed way from one angle to another, in (-pi, pi].
function turn(from: number, to: number): number {
  const full = 2 * Math.PI;
  return ((((to - from + Math.PI) % full) + full) % full) - Math.PI;
}

type Weights = Map<string, Map<string, number>>;

function weights_of(edges: { a: string; b: string; count: number }[]): Weights {
  const weights: Weights = new Map();
  const add = (from: string, to: string, count: number): void => {
    const row = weights.get(from) ?? new Map<string, number>();
    row.set(to, (row.get(to) ?? 0) + count);
    weights.set(from, row);
  };
  for (const { a, b, count } of edges) {
    add(a, b, count);
    add(b, a, count);
  }
  return weights;
}

// Items in the order of where their partners stand. `first` keeps its place.
function settle(items: string[], weights: Weights, first: string | undefined): string[] {
  let order = items;
  for (let round = 0; round < kRounds; ++round) {
    const angle = new Map(order.map((id, i) => [id, (2 * Math.PI * i) / order.length]));
    const wish = new Map(
      order.map((id) => {
        const own = angle.get(id) ?? 0;
        const partners = [...(weights.get(id) ?? [])]
          .filter(([to]) => to !== id && angle.has(to))
          .map(([to, weight]) => ({ angle: angle.get(to) ?? 0, weight }));
        const mean = mean_angle(partners);
        return [id, mean === null ? own : own + turn(own, mean) / 2] as const;
      }),
    );
    order = [...order].sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0));
  }
  const start = first === undefined ? 0 : Math.max(0, order.indexOf(first));
  return [...order.slice(start), ...order.slice(0, start)];
}

function state_order(network: Network, home: string | null): string[] {
  const state_of = new Map(network.nodes.map((node) => [node.id, node.state ?? ""]));
  const states = [...new Set(network.nodes.map((node) => node.state ?? ""))].sort();
  const edges = network.edges.map(({ a, b, count }) => ({
    a: state_of.get(a) ?? "",
    b: state_of.get(b) ?? "",
    count,
  }));
  return settle(states, weights_of(edges), home ?? states[0]);
}

// Persons of one state, in the order of the mean direction of their partners' states; the turn is
// counted from the state's own middle, so that nobody jumps from one end to the other.
function within(
  nodes: NetNode[],
  middle: number,
  angles: Map<string, number>,
  weights: Weights,
): NetNode[] {
  const wish = new Map(
    nodes.map((node) => {
      const partners = [...(weights.get(node.id) ?? [])]
        .filter(([to]) => angles.has(to))
        .map(([to, weight]) => ({ angle: angles.get(to) ?? 0, weight }));
      // Opposite partners give the same place read the other way round: curves then do not cross.
      const mean = mean_angle(partners);
      return [node.id, mean === null ? 0 : -turn(middle + Math.PI, mean)] as const;
    }),
  );
  return [...nodes].sort((a, b) => (wish.get(a.id) ?? 0) - (wish.get(b.id) ?? 0) || by_name(a, b));
}

interface Slots {
  groups: { state: string; nodes: NetNode[]; from: number; to: number }[];
  step: number;
}

function slots_of(network: Network, home: string | null): Slots {
  const states = state_order(network, home);
  const count = network.nodes.length + kGap * (states.length > 1 ? states.length : 0);
  const step = (2 * Math.PI) / Math.max(1, count);
  let at = 0;
  const groups = states.map((state) => {
    const nodes = network.nodes.filter((node) => (node.state ?? "") === state).sort(by_name);
    const from = at;
    const to = at + (nodes.length - 1) * step;
    at = to + (1 + (states.length > 1 ? kGap : 0)) * step;
    return { state, nodes, from, to };
  });
  const shift = (groups[0] ? (groups[0].from + groups[0].to) / 2 : 0) + 0;
  for (const group of groups) {
    group.from -= shift;
    group.to -= shift;
  }
  return { groups, step };
}

const round = (value: number): number => Math.round(value * 10) / 10;
const point = (angle: number, radius: number): { x: number; y: number } => ({
  x: round(Math.sin(angle) * radius),
  y: round(-Math.cos(angle) * radius),
});

// Near neighbours are joined by a flat curve, those opposite by one through the middle.
function curve(a: PlacedNode, b: PlacedNode, radius: number): string {
  const way = turn(a.angle, b.angle);
  const depth = 0.6 * (1 - Math.abs(way) / Math.PI);
  const control = point(a.angle + way / 2, radius * depth);
  return `M${a.x} ${a.y}Q${control.x} ${control.y} ${b.x} ${b.y}`;
}

function arc_path(from: number, to: number, radius: number): string {
  const a = point(from, radius);
  const b = point(to, radius);
  const large = to - from > Math.PI ? 1 : 0;
  return `M${a.x} ${a.y}A${round(radius)} ${round(radius)} 0 ${large} 1 ${b.x} ${b.y}`;
}

function place_nodes(network: Network, slots: Slots, radius: number): PlacedNode[] {
  const weights = weights_of(network.edges);
  const angles = new Map<string, number>();
  const put = (group: Slots["groups"][number]): void =>
    group.nodes.forEach((node, i) => angles.set(node.id, group.from + i * slots.step));
  slots.groups.forEach(put);
  for (let i = 0; i < 3; ++i) {
    for (const group of slots.groups) {
      group.nodes = within(group.nodes, (group.from + group.to) / 2, angles, weights);
      put(group);
    }
  }
  return slots.groups.flatMap((group) =>
    group.nodes.map((node) => {
      const angle = angles.get(node.id) ?? 0;
      return { ...node, angle, ...point(angle, radius) };
    }),
  );
}

export function lay_circle(network: Network, home: string | null, least: number): Circle {
  const slots = slots_of(network, home);
  const radius = Math.max(least, kSpacing / slots.step);
  const nodes = place_nodes(network, slots, radius);
  const placed = new Map(nodes.map((node) => [node.id, node]));
  const edges = network.edges.flatMap((edge) => {
    const a = placed.get(edge.a);
    const b = placed.get(edge.b);
    if (!a || !b) return [];
    const width = Math.min(7, 1 + 1.1 * Math.log2(edge.count));
    return [{ ...edge, path: curve(a, b, radius - 6), width: round(width) }];
  });
  const half = slots.step * 0.35;
  const arcs = slots.groups
    .filter((group) => group.state !== "")
    .map((group) => ({
      state: group.state,
      path: arc_path(group.from - half, group.to + half, radius + 7),
    }));
  return { radius, nodes, edges, arcs };
}

// The part of a network that is drawn: those who met most often; at most `most` of them.
export function busiest(network: Network, most: number): Network {
  if (network.nodes.length <= most) return network;
  const nodes = [...network.nodes]
    .sort((a, b) => b.meetings - a.meetings || by_name(a, b))
    .slice(0, most);
  const kept = new Set(nodes.map((node) => node.id));
  return { nodes, edges: network.edges.filter(({ a, b }) => kept.has(a) && kept.has(b)) };
}

const earlier = (a: string | null, b: string | null): string | null =>
  a === null ? b : b === null || a < b ? a : b;
const later = (a: string | null, b: string | null): string | null =>
  a === null ? b : b === null || a > b ? a : b;

// The same network with states for nodes. A meeting of four persons is one meeting of two states.
export function of_states(network: Network, name: (state: string) => string): Network {
  const state_of = new Map(network.nodes.map((node) => [node.id, node.state]));
  const edges = new Map<string, NetEdge>();
  const held = new Map<string, Set<string>>();
  for (const edge of network.edges) {
    const pair = [state_of.get(edge.a), state_of.get(edge.b)];
    const [a, b] = pair[0] && pair[1] && pair[0] > pair[1] ? [pair[1], pair[0]] : pair;
    if (!a || !b || a === b) continue;
    const key = `${a} ${b}`;
    const sum = edges.get(key) ?? { a, b, meetings: [], count: 0, first: null, last: null };
    sum.meetings = [...new Set([...sum.meetings, ...edge.meetings])];
    sum.count = sum.meetings.length;
    sum.first = earlier(sum.first, edge.first);
    sum.last = later(sum.last, edge.last);
    edges.set(key, sum);
    for (const state of [a, b]) {
      const own = held.get(state) ?? new Set<string>();
      edge.meetings.forEach((meeting) => own.add(meeting));
      held.set(state, own);
    }
  }
  const nodes = [...held].map(([id, meetings]) => ({
    id,
    name: name(id),
    state: id,
    meetings: meetings.size,
  }));
  return { nodes: nodes.sort(by_name), edges: [...edges.values()] };
}
