// Evidence in two steps: a preview on hover or focus, the panel on click. One of each on the page;
// the words that opened them keep their place on the screen.
import type { Text } from "../api/types";

export interface Place {
  document: string; // name or id
  text: Text;
}

export interface Proof extends Place {
  entry?: string;
  places?: Place[]; // all that prove the same, where the words stand in several
}

class Evidence {
  shown: Proof | null = $state(null);
  preview: { proof: Proof; near: HTMLElement } | null = $state(null);
  opener: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  open(proof: Proof, opener: HTMLElement): void {
    this.hide();
    if (this.opener === opener && this.shown) return this.close();
    this.opener?.setAttribute("aria-expanded", "false");
    const y: number = opener.getBoundingClientRect().top;
    this.opener = opener;
    opener.setAttribute("aria-expanded", "true");
    this.shown = proof;
    this.#keep_place(opener, y);
  }

  close(): void {
    const opener: HTMLElement | null = this.opener;
    if (!this.shown) return;
    const y: number = opener?.getBoundingClientRect().top ?? 0;
    this.shown = null;
    this.opener = null;
    if (!opener) return;
    opener.setAttribute("aria-expanded", "false");
    this.#keep_place(opener, y);
    opener.focus({ preventScroll: true });
  }

  // Another view: nothing to give the focus back to.
  forget(): void {
    this.hide();
    this.shown = null;
    this.opener = null;
  }

  hover(proof: Proof, near: HTMLElement): void {
    clearTimeout(this.#timer);
    if (this.shown || matchMedia("(max-width: 760px), (hover: none)").matches) return;
    this.#timer = setTimeout(() => (this.preview = { proof, near }), 350);
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.preview = null;
  }

  // The panel makes the table narrower: what was clicked stays where it was.
  #keep_place(element: HTMLElement, y: number): void {
    requestAnimationFrame(() => scrollBy(0, element.getBoundingClientRect().top - y));
  }
}

export const evidence: Evidence = new Evidence();
