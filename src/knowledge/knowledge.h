// Everything the program knows of the world and of the words, from the packs in knowledge/.
//
// One member a subject, each with its own header in this folder (world.h, cues.h, ...), so that loading is
// one call, a mistake in any pack is found at start, and nothing is global.
#pragma once

#include <memory>
#include <string>

#include "base/error.h"
#include "knowledge/abbreviations.h"
#include "knowledge/act_words.h"
#include "knowledge/actor_words.h"
#include "knowledge/commitment_words.h"
#include "knowledge/cues.h"
#include "knowledge/furniture.h"
#include "knowledge/outlets.h"
#include "knowledge/name_words.h"
#include "knowledge/titles.h"
#include "knowledge/framework_names.h"
#include "knowledge/instrument_words.h"
#include "knowledge/meeting_cues.h"
#include "knowledge/quantity_words.h"
#include "knowledge/topic_cues.h"
#include "knowledge/rule_scores.h"
#include "knowledge/same_names.h"
#include "knowledge/set_phrases.h"
#include "knowledge/speakers.h"
#include "knowledge/world.h"

namespace verbale {

struct Knowledge {
  std::string home;  // the folder that holds knowledge/ and models/
  World world;
  Abbreviations abbreviations;
  Outlets outlets;
  FurnitureWords furniture;
  Titles titles;
  NameWords name_words;
  ActorWords actor_words;
  Cues cues;
  QuantityWords quantity_words;
  ActWords act_words;
  CommitmentWords commitment_words;
  TopicCues topic_cues;
  Speakers speakers;
  FrameworkNames framework_names;
  MeetingCues meeting_cues;
  InstrumentWords instrument_words;
  SameNames same_names;
  NameForms name_forms;
  SetPhrases set_phrases;
  RuleScores rule_scores;
};

// Reads all packs. The first mistake in one is the error, with file, line and reason.
Result<std::unique_ptr<const Knowledge>> load_knowledge(const std::string& home);

}  // namespace verbale
