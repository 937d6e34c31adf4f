#include "actors/scene.h"

#include <algorithm>

#include "base/utf8.h"
#include "knowledge/world_matches.h"

namespace verbale::actors {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<signed char>(c) > 0; });
}

// The longest phrases of the name table in a sentence.
void find_named(Scene& scene, TokenRange words, std::vector<WorldMatch>& matches) {
  for (int32_t at = words.first; at < words.last;) {
    const int32_t token = scene.document.words[static_cast<size_t>(at)].token;
    matches.clear();
    if (token >= 0 && is_capitalised(scene.document, token)) {
      world_matches_at(scene.document, scene.knowledge.world, at, words.last, matches);
    }
    if (matches.empty() || scene.is_furniture(matches.front().tokens)) {
      ++at;
      continue;
    }
    const WorldMatch& match = matches.front();
    for (int32_t t = match.tokens.first; t < match.tokens.last; ++t) {
      scene.named_at[static_cast<size_t>(t)] = static_cast<int32_t>(scene.named.size());
    }
    scene.named.push_back({match.tokens, match.entity->kind, match.entity->index});
    at = match.words.last;
  }
}

void mark_furniture(Scene& scene) {
  const std::vector<Token>& tokens = scene.document.tokens;
  scene.in_furniture.assign(tokens.size(), false);
  size_t t = 0;
  std::vector<Span> apart = scene.document.publication.furniture;
  // "(Xinhua)" of a dateline says whose report it is, and is nobody in it.
  const Span outlet = scene.document.publication.outlet.evidence;
  if (!outlet.empty()) apart.push_back(outlet);
  std::sort(apart.begin(), apart.end());
  for (const Span span : apart) {
    while (t < tokens.size() && tokens[t].span.end <= span.begin) ++t;
    for (; t < tokens.size() && tokens[t].span.begin < span.end; ++t) scene.in_furniture[t] = true;
  }
}

void link_tree(Scene& scene) {
  for (int32_t i = 0; i < scene.token_count(); ++i) {
    const Token& token = scene.token(i);
    if (token.head < 0) continue;
    const size_t head = static_cast<size_t>(token.head);
    if (token.deprel == Deprel::cop) scene.has_copula[head] = true;
    if (token.deprel == Deprel::nsubj || token.deprel == Deprel::nsubj_pass) {
      if (scene.subject_of[head] < 0) scene.subject_of[head] = i;
    } else if (token.deprel == Deprel::iobj ||
               (token.deprel == Deprel::obj && scene.object_of[head] < 0)) {
      scene.object_of[head] = i;  // whom something is sent to before what is sent
    }
  }
}

}  // namespace

bool is_capitalised(const Document& document, int32_t token) {
  const std::string_view form = document.form(token);
  return !form.empty() && is_upper(decode_utf8(form, 0).value);
}

const ActorNoun* Scene::noun(int32_t i) const {
  const Token& word = token(i);
  const ActorWords& words = knowledge.actor_words;
  if (const ActorNoun* found = words.noun(word.lower)) return found;
  return word.lemma == word.lower ? nullptr : words.noun(word.lemma);
}

bool Scene::is_furniture(TokenRange range) const {
  for (int32_t t = range.first; t < range.last; ++t) {
    if (in_furniture[static_cast<size_t>(t)]) return true;
  }
  return false;
}

std::string_view Scene::state_at(int32_t i) const {
  const int32_t index = named_at[static_cast<size_t>(i)];
  if (index < 0) return {};
  const Named& phrase = named[static_cast<size_t>(index)];
  if (phrase.kind != EntityKind::State && phrase.kind != EntityKind::Demonym) return {};
  return knowledge.world.states()[static_cast<size_t>(phrase.index)].id;
}

int32_t Scene::add_actor(Actor actor) {
  const int32_t index = static_cast<int32_t>(document.actors.size());
  if (!actor.id.empty()) actor_by_id.emplace(actor.id, index);
  document.actors.push_back(std::move(actor));
  persons.emplace_back();
  return index;
}

int32_t Scene::find_actor(std::string_view id) const {
  const auto found = actor_by_id.find(id);
  return found == actor_by_id.end() ? -1 : found->second;
}

size_t Scene::first_mention_from(int32_t token) const {
  const auto found = std::lower_bound(
      document.mentions.begin(), document.mentions.end(), token,
      [](const Mention& mention, int32_t at) { return mention.tokens.first < at; });
  return static_cast<size_t>(found - document.mentions.begin());
}

int32_t Scene::state_actor(std::string_view alpha3) {
  if (const int32_t known = find_actor(alpha3); known >= 0) return known;
  // Who speaks for an organisation has its id in place of a state's.
  if (const Organisation* organisation = knowledge.world.organisation(alpha3)) return organisation_actor(*organisation);
  Actor actor;
  actor.id = alpha3;
  actor.kind = ActorKind::State;
  const State* state = knowledge.world.state(alpha3);
  actor.name = state != nullptr ? state->name : std::string(alpha3);
  actor.state = alpha3;
  return add_actor(std::move(actor));
}

int32_t Scene::organisation_actor(const Organisation& organisation) {
  if (const int32_t known = find_actor(organisation.id); known >= 0) return known;
  Actor actor;
  actor.id = organisation.id;
  actor.kind = organisation.party ? ActorKind::Party : ActorKind::Organisation;
  actor.name = organisation.name;
  actor.state = organisation.state;
  return add_actor(std::move(actor));
}

int32_t Scene::add_mention(TokenRange tokens, int32_t head, MentionKind kind, int32_t actor_index,
                           std::string_view made_by) {
  const int32_t index = static_cast<int32_t>(document.mentions.size());
  document.mentions.push_back(
      {document.span_of(tokens), tokens, head, kind, actor_index, -1, made_by});
  mention_at[static_cast<size_t>(head)] = index;
  return index;
}

Scene set_scene(Document& document, const Knowledge& knowledge) {
  Scene scene(document, knowledge);
  const size_t count = document.tokens.size();
  scene.folded.reserve(count);
  for (const Token& token : document.tokens) {
    scene.folded.push_back(is_ascii(token.lower) ? token.lower
                                                 : document.strings.intern(fold(token.lower)));
  }
  for (std::vector<int32_t>* column :
       {&scene.name_at, &scene.named_at, &scene.sentence_at, &scene.subject_of, &scene.object_of,
        &scene.mention_at, &scene.source_at}) {
    column->assign(count, -1);
  }
  scene.has_copula.assign(count, false);
  mark_furniture(scene);
  for (size_t n = 0; n < document.names.size(); ++n) {
    if (scene.is_furniture(document.names[n].tokens)) continue;
    for (int32_t t = document.names[n].tokens.first; t < document.names[n].tokens.last; ++t) {
      scene.name_at[static_cast<size_t>(t)] = static_cast<int32_t>(n);
    }
  }
  for (size_t s = 0; s < document.sentences.size(); ++s) {
    const TokenRange tokens = document.sentences[s].tokens;
    for (int32_t t = tokens.first; t < tokens.last; ++t) {
      scene.sentence_at[static_cast<size_t>(t)] = static_cast<int32_t>(s);
    }
  }
  for (size_t s = 0; s < document.statements.size(); ++s) {
    const TokenRange tokens = document.statements[s].source_tokens;
    for (int32_t t = tokens.first; t < tokens.last; ++t) {
      int32_t& source = scene.source_at[static_cast<size_t>(t)];
      if (source < 0) source = static_cast<int32_t>(s);
    }
  }
  std::vector<WorldMatch> matches;
  for (const Sentence& sentence : document.sentences) find_named(scene, sentence.words, matches);
  link_tree(scene);
  return scene;
}

}  // namespace verbale::actors
