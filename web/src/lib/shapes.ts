// Made from the API's records by scripts/write_web_shapes.py; change those, and run it again.

/** What one side has to say of an event. */
export interface AccountShape {
  side: string;
  answers: Array<Answer>;
  tellings: Array<TellingShape>;
  meanwhile: MeanwhileShape | null;
}

/** An event and both accounts of it. */
export interface AccountsShape {
  id: string;
  label: string;
  kind: Kind;
  place: SpotShape | null;
  earliest: string | null;
  latest: string | null;
  status: Status;
  why: string;
  accounts: Array<AccountShape>;
}

/** What a review does. */
export type Action = "accept" | "correct" | "graphic" | "merge" | "note" | "reject" | "split" | "withdraw";

/** What part an actor has in what is claimed. */
export type ActorRole = "agent" | "patient";

/** Somebody who does or suffers what is claimed. */
export interface ActorShape {
  start: number;
  end: number;
  text: string;
  role: ActorRole;
  side: string | null;
}

/** A place that a name may mean as well. */
export interface AlternativeShape {
  gazetteer_id: string;
  name: string;
  lat: number | null;
  lon: number | null;
  country: string | null;
  confidence: number;
}

/** What a side has to say of an event. */
export type Answer = "absent" | "asserted" | "conceded" | "denied" | "qualified" | "relayed" | "silent";

/** Claims of one stretch of days; `sides` by side, "" for none. */
export interface BarShape {
  first: string;
  last: string;
  sides: Record<string, number>;
}

/** A claim as a sentence, with its evidence. Offsets are code points into the document's text. */
export interface CardShape {
  start: number;
  end: number;
  text: string;
  id: string;
  document: DocumentHeadShape;
  voices: Array<PieceShape>;
  gist: string;
  sentence: string;
  details: Array<string>;
  kind: Kind;
  polarity: Polarity;
  certainty: Certainty;
  tense: Tense;
  presupposed: boolean;
  chains: Array<Array<LinkShape>>;
  depth: number;
  origins: Array<string>;
  sides: Array<string>;
  places: Array<PlaceCardShape>;
  time: WhenShape | null;
  when: string | null;
  quantities: Array<QuantityShape>;
  actors: Array<ActorShape>;
  flags: Array<FlagCardShape>;
  verdict: Verdict | null;
  corrected: Array<string>;
  notes: Array<string>;
  together: Array<string>;
  apart: Array<string>;
  is_graphic: boolean;
  seq: number;
  made_by: string;
}

/** A page of claims. */
export interface CardsShape {
  items: Array<CardShape>;
  after: string | null;
  notes: Array<string>;
}

/** How firmly the innermost voice states it. */
export type Certainty = "certain" | "possible" | "probable" | "unknown";

/** What changed from one telling to a later one. */
export type ChangeKind = "attribution-dropped" | "certainty-raised" | "number-grown" | "place-moved";

/** What a later claim says otherwise than an earlier one on which it rests. */
export interface ChangeShape {
  kind: ChangeKind;
  earlier: string;
  later: string;
  because: string;
}

/** A claim with its log. */
export interface ClaimPageShape {
  card: CardShape;
  event: EventLinkShape | null;
  log: Array<HappeningShape>;
}

/** Who was said to hold a place, never who holds it. */
export interface ControlShape {
  schema?: string;
  place: SpotShape;
  last_words: Record<string, SayingShape>;
  ahead: number;
  turns: Array<TurnShape>;
}

/** A document that has the same words; it shows a common origin, not who copied whom. */
export interface CopyShape {
  document: DocumentHeadShape;
  because: string;
}

/** How many lines of reporting share no source; `bottleneck` names the sources through which all pass. */
export interface CountShape {
  least: number;
  most: number;
  bottleneck: Array<string>;
}

/** What came in last, and what it changed. */
export interface DeskShape {
  seq: number;
  documents: number;
  claims: number;
  since: string | null;
  new_documents: number;
  new_claims: number;
  incoming: Array<IncomingShape>;
  contested: Array<EventLinkShape>;
  retold: Array<EventLinkShape>;
  forecasts: Array<DueShape>;
  unread: Array<IncomingShape>;
  jobs: Array<JobShape>;
}

/** Of the events of one kind, those of which only one side speaks, both, or neither. */
export interface DivergenceShape {
  kind: Kind;
  events: number;
  only: Record<string, Array<string>>;
  both: Array<string>;
  neither: Array<string>;
}

/** A document without its text. `id` is the ledger's short id, `sha256` the contract's. */
export interface DocumentHeadShape {
  id: string;
  sha256: string;
  name: string;
  outlet: string | null;
  url: string | null;
  archive_url: string | null;
  published: string | null;
  published_at: string | null;
  captured_at: string | null;
  language: string | null;
  is_right_to_left: boolean;
}

/** A page of documents. */
export interface DocumentsShape {
  items: Array<IncomingShape>;
  after: string | null;
  notes: Array<string>;
}

/** A forecast whose day has come or is near. */
export interface DueShape {
  event: EventLinkShape;
  horizon: string | null;
  term: string;
  grounds: Array<string>;
}

/** Why a request was not answered, and the way out. */
export interface ErrorShape {
  error: string;
}

/** An event without its claims: `reportedly event ID` has them. */
export interface EventHeadShape {
  id: string;
  label: string;
  kind: Kind;
  place: SpotShape | null;
  earliest: string | null;
  latest: string | null;
  status: Status;
  why: string;
}

/** An event in a line. */
export interface EventLinkShape {
  id: string;
  label: string;
  kind: Kind;
  status: Status;
  why: string;
  documents: number;
  claims: number;
  lines: string;
  denied_by: Array<string>;
  earliest: string | null;
  latest: string | null;
  place: string | null;
  changes: Record<string, number>;
}

/** Events in lines, the newest first. */
export interface EventLinksShape {
  items: Array<EventLinkShape>;
  is_all: boolean;
  looked_at: number;
}

/** An event with all that its page shows. `event` is the contract's. */
export interface EventPageShape {
  event: EventShape;
  link: string;
  place: string | null;
  days: string | null;
  reach: string;
  status_means: string;
  lines: Record<string, string>;
  colours: Record<string, string>;
  names: Record<string, string>;
  documents: Record<string, DocumentHeadShape>;
  cards: Record<string, CardShape>;
}

/** Claims of one happening, and how the reporting of it stands; never whether it happened. */
export interface EventShape {
  id: string;
  label: string;
  kind: Kind;
  place: SpotShape | null;
  earliest: string | null;
  latest: string | null;
  status: Status;
  why: string;
  claims: Array<MemberShape>;
  independent: IndependenceShape;
  lines: Array<LineShape>;
  vertices: Array<VertexShape>;
  steps: Array<StepShape>;
  changes: Array<ChangeShape>;
}

/** The events to which some claims belong, by claim; those that were not compared yet are left out. */
export interface EventsOfShape {
  events: Record<string, EventLinkShape>;
}

/** A ground on which a claim was joined to another, or that speaks against it. */
export interface EvidenceShape {
  signal: string;
  weight: number;
  because: string;
}

/** A question with the answers that claims give: with all filters but its own. */
export interface FacetShape {
  name: string;
  label: string;
  options: Array<OptionShape>;
  more: number;
}

/** How many claims fit, and what they are. */
export interface FacetsShape {
  total: number;
  unplaced: number;
  undated: number;
  facets: Array<FacetShape>;
  without: Array<WithoutShape>;
}

/** An observation about a claim. */
export interface FlagCardShape {
  code: FlagCode;
  message: string;
  because: Array<string>;
  words: Array<SpanShape>;
}

/** What may be noticed about claims within one document. */
export type FlagCode = "anonymous-origin" | "attribution-dropped" | "certainty-raised" | "cross-side-relay" | "number-changed" | "place-ambiguous" | "place-inconsistent" | "presupposed-claim" | "time-inconsistent" | "unspecified-source";

/** Something that was said of the future. Without `grounds` nothing is decided. */
export interface ForecastShape {
  id: string;
  label: string;
  kind: Kind;
  place: SpotShape | null;
  earliest: string | null;
  latest: string | null;
  status: Status;
  why: string;
  published: string | null;
  horizon: string | null;
  term: Term;
  grounds: Array<Ground>;
  answers: Array<Stance>;
  claims: Array<MadeShape>;
  later: Array<LaterShape>;
}

/** What was said of the future, seen from `today`. */
export interface ForecastsShape {
  schema?: string;
  today: string;
  forecasts: Array<ForecastShape>;
}

/** What a search found, in any script; `notes` says where words were taken for others. */
export interface FoundListShape {
  items: Array<FoundShape>;
  notes: Array<string>;
}

/** One thing that a search found: `claim`, `document`, `event`, `source` or `place`. */
export interface FoundShape {
  sort: string;
  id: string;
  words: string;
  details: string;
}

/** On what ground a forecast counts as answered. Without one it is not answered. */
export type Ground = "event" | "review";

/** Something that happened to a claim: it was read, corrected, accepted. */
export interface HappeningShape {
  seq: number;
  id: string;
  at: string;
  what: string;
  details: Array<string>;
}

/** The places of which it is said who holds them. */
export interface HeldByListShape {
  places: Array<HeldByShape>;
  is_all: boolean;
}

/** Who was said to hold a place, as the last word of each side; never who holds it. */
export interface HeldByShape {
  id: string;
  name: string;
  lat: number;
  lon: number;
  radius_km: number | null;
  country: string | null;
  held_by: Array<string>;
  said_by: Array<string>;
  denied_by: Array<string>;
  event: string;
  label: string;
  last: string | null;
}

/** What happened to a thing, the earliest first; of an event, to all its claims. */
export interface HistoryShape {
  items: Array<HappeningShape>;
}

/** A document that came in lately. */
export interface IncomingShape {
  document: DocumentHeadShape;
  added_at: string;
  claims: number;
  is_read: boolean;
  is_graphic: boolean;
}

/** The lines of those that affirm and of those that deny, zeros where there is none. */
export interface IndependenceShape {
  affirms: CountShape;
  denies: CountShape;
}

/** An import. Documents that are in stay in, whatever becomes of the rest. */
export interface JobShape {
  id: string;
  name: string;
  state: string;
  started: string;
  bytes: number;
  new: number;
  versions: number;
  known: number;
  claims: number;
  now: string | null;
  documents: Array<DocumentHeadShape>;
  troubles: Array<TroubleShape>;
  trouble_count: number;
}

/** The imports of this server, the newest first. */
export interface JobsShape {
  items: Array<JobShape>;
}

/** What sort of thing a claim is about. */
export type Kind = "aid" | "assessment" | "casualty" | "combat" | "control" | "damage" | "detention" | "diplomacy" | "displacement" | "movement" | "other" | "position" | "strike";

/** Something of the same place and kind that was reported later; `stance` is the claim's to its own event. */
export interface LaterShape {
  claim: string;
  document: string;
  document_id: string;
  outlet: string | null;
  url: string | null;
  reported: string | null;
  stance: Stance;
  side: string | null;
  certainty: Certainty;
  text: string;
  on_whose_word: string;
  event: string;
  status: Status;
  to_forecast: Stance | null;
  because: string;
}

/** Days from the source's claim until others said so; null under the least number of events. */
export interface LeadTimeShape {
  events: number;
  median_days: number | null;
  least_days: number | null;
  most_days: number | null;
}

/** One line of reporting: names from the origin to the source nearest the reader, and what stands on it. */
export interface LineShape {
  stance: Stance;
  path: Array<string>;
  claims: Array<string>;
  documents: Array<string>;
  sides: Array<string>;
}

/** One step of a chain. */
export interface LinkShape {
  source: string;
  mention: SpanShape;
  cue: SpanShape | null;
  because: string;
}

/** A claim that says what will happen, and what people made of it. */
export interface MadeShape {
  claim: string;
  document: string;
  document_id: string;
  outlet: string | null;
  url: string | null;
  reported: string | null;
  stance: Stance;
  side: string | null;
  certainty: Certainty;
  text: string;
  on_whose_word: string;
  verdict: Verdict | null;
  notes: Array<string>;
}

/** What a side published in the first days, in which it said nothing of the event. */
export interface MeanwhileShape {
  first: string;
  last: string;
  documents: number;
  claims: number;
  is_over: boolean;
}

/** A claim's part in the event; `document` and `claim` are the ids that readings give them. */
export interface MemberShape {
  document: string;
  claim: string;
  stance: Stance;
  side: string | null;
  reported: string | null;
  because: string;
  concession: boolean;
  text: string;
  on_whose_word: string;
  outlet: string | null;
  url: string | null;
  compared_with: string | null;
  evidence: Array<EvidenceShape>;
}

/** One value of a facet. */
export interface OptionShape {
  value: string;
  label: string;
  count: number;
  chosen: boolean;
}

/** Some words of the sentence that says on whose word; `span` is where its evidence stands in the document. */
export interface PieceShape {
  words: string;
  is_verb: boolean;
  side: string | null;
  span: SpanShape | null;
  source: string | null;
}

/** A place of a claim, its point as coarse as it is known. */
export interface PlaceCardShape {
  start: number;
  end: number;
  text: string;
  role: PlaceRole;
  name: string;
  gazetteer_id: string | null;
  lat: number | null;
  lon: number | null;
  radius_km: number | null;
  country: string | null;
  candidates: number;
  confidence: number | null;
  alternatives: Array<AlternativeShape>;
  because: string;
  words: string;
  precision: Precision | null;
}

/** What a place has to do with the claim. */
export type PlaceRole = "at" | "near" | "reference" | "region" | "toward";

/** Where a claim says that something happened. */
export interface PlaceShape {
  start: number;
  end: number;
  text: string;
  role: PlaceRole;
  name: string;
  gazetteer_id: string | null;
  lat: number | null;
  lon: number | null;
  radius_km: number | null;
  country: string | null;
  candidates: number;
  confidence: number | null;
  alternatives: Array<AlternativeShape>;
  because: string;
}

/** The places of the claims that fit, the most named first. */
export interface PlacesShape {
  points: Array<PointShape>;
  more: number;
  unplaced: number;
}

/** A named place with the claims that fit. The point is no finer than the place. */
export interface PointShape {
  id: string;
  name: string;
  lat: number;
  lon: number;
  radius_km: number | null;
  country: string | null;
  claims: number;
  documents: number;
  sides: Record<string, number>;
}

/** Whether it is said to be so or not to be so. */
export type Polarity = "negative" | "positive";

/** What sort of thing a point stands for. */
export type Precision = "country" | "direction" | "district" | "province" | "settlement" | "site";

/** Work that takes a while. `of` is null where nobody can know yet. */
export interface ProgressShape {
  done: number;
  of: number | null;
}

/** A number, its range and what it counts. */
export interface QuantityShape {
  start: number;
  end: number;
  text: string;
  value: number | null;
  low: number | null;
  high: number | null;
  unit: string | null;
  approximate: boolean;
}

/** A document as it is read: its text, and a card for each claim in the order of the text. */
export interface ReaderShape {
  document: DocumentHeadShape;
  text: string;
  title: string | null;
  author: string | null;
  forwarded_from: string | null;
  captions: Array<string>;
  raw_sha256: string | null;
  added_at: string;
  seq: number;
  made_by: string | null;
  unread: string | null;
  replaces: string | null;
  replaced_by: string | null;
  capture: string | null;
  is_graphic: boolean;
  graphic_review: string | null;
  copies: Array<CopyShape>;
  events: Record<string, EventLinkShape>;
  cards: Array<CardShape>;
}

/** The track record of a source. */
export interface RecordShape {
  schema?: string;
  measures: string;
  id: string | null;
  name: string;
  side: string | null;
  least_events: number;
  claims: Record<string, number>;
  total: TallyShape;
  kinds: Record<string, TallyShape>;
  latest: Array<EventHeadShape>;
}

/** What a report holds. */
export interface ReportShape {
  title: string;
  asked: string;
  made: string;
  words: WordsShape;
  colours: Record<string, string>;
  events: Array<EventPageShape>;
}

/** A judgement. `field` and `value` are for `correct`: what `reportedly review correct` takes. */
export interface ReviewRequest {
  action: Action;
  subjects: Array<string>;
  why?: string | null;
  field?: string | null;
  value?: string | null;
}

/** The review that was written. It is taken back by a review that withdraws it. */
export interface ReviewedShape {
  review: string;
  seq: number;
  cards: Array<CardShape>;
}

/** A claim about who holds the place. */
export interface SayingShape {
  claim: string;
  document: string;
  document_id: string;
  outlet: string | null;
  url: string | null;
  reported: string | null;
  stance: Stance;
  side: string | null;
  certainty: Certainty;
  text: string;
  on_whose_word: string;
  sides: Array<string>;
  holder: string | null;
  is_denial: boolean;
  is_partial: boolean;
}

/** So many of so many; the Wilson interval at 95 % is null under the least number of events. */
export interface ShareShape {
  number: number;
  of: number;
  low: number | null;
  high: number | null;
}

/** The accounts of two sides. Silence is no denial. */
export interface SidesShape {
  schema?: string;
  sides: Array<string>;
  silent_after_days: number;
  kinds: Array<DivergenceShape>;
  events: Array<AccountsShape>;
}

/** A source in a line. */
export interface SourceLinkShape {
  id: string;
  name: string;
  type: string | null;
  side: string | null;
  claims: number;
  origin_of: number;
  documents: number;
  first: string | null;
  last: string | null;
}

/** A source: its record, what it said first, and what was said on its word. */
export interface SourcePageShape {
  source: SourceLinkShape;
  record: RecordShape;
  is_whole: boolean;
  topics: Record<string, number>;
  first: Array<CardShape>;
  last: Array<CardShape>;
  statuses: Record<string, number>;
  spots: Array<SpotShape>;
}

/** A page of sources. */
export interface SourcesShape {
  items: Array<SourceLinkShape>;
  after: string | null;
  notes: Array<string>;
}

/** Where words stand: code points into `document.text`, `end` exclusive. */
export interface SpanShape {
  start: number;
  end: number;
  text: string;
}

/** Where it is said to have happened; the point is no finer than the place. */
export interface SpotShape {
  name: string;
  lat: number | null;
  lon: number | null;
  gazetteer_id: string | null;
  radius_km: number | null;
  country: string | null;
  is_region: boolean;
}

/** How a claim stands to the happening. */
export type Stance = "affirms" | "denies" | "qualifies";

/** How it stands with what is said of who holds a place; never who holds it. */
export type Standing = "claimed" | "conceded" | "contested" | "denied";

/** What a screen needs before anything else. */
export interface StartShape {
  seq: number;
  documents: number;
  claims: number;
  comparing: ProgressShape | null;
  counting: boolean;
  version: string;
  ledger: string;
  who: string;
  words: WordsShape;
  colours: Record<string, string>;
  has_roads: boolean;
  has_sample: boolean;
}

/** The ledger now: asked every two seconds, to see what others did. */
export interface StateShape {
  seq: number;
  documents: number;
  claims: number;
  comparing: ProgressShape | null;
  counting: boolean;
}

/** What the reporting of an event amounts to; never whether it happened. */
export type Status = "circular" | "conceded" | "contested" | "corroborated" | "one-sided" | "single-source" | "unsourced";

/** On what ground it is said that words went from one to the other. Each ground is kept apart. */
export type StepKind = "attribution" | "citation" | "forward" | "own-voice" | "wording";

/** One way that words went. `wording` shows a common origin, not who copied whom. */
export interface StepShape {
  start: string;
  end: string;
  kind: StepKind;
  because: string;
  claim: string | null;
}

/** What became of the events that the source affirmed; one event may count as several things. */
export interface TallyShape {
  events: number;
  denied: number;
  conceded: ShareShape;
  corroborated: ShareShape;
  contradicted: ShareShape;
  preceded: ShareShape;
  open: ShareShape;
  until_conceded: LeadTimeShape;
  until_corroborated: LeadTimeShape;
}

/** A claim as part of a side's account. */
export interface TellingShape {
  claim: string;
  document: string;
  document_id: string;
  outlet: string | null;
  url: string | null;
  reported: string | null;
  stance: Stance;
  side: string | null;
  certainty: Certainty;
  text: string;
  on_whose_word: string;
  answer: Answer;
}

/** When it is said to hold, seen from the day of speaking. */
export type Tense = "future" | "past" | "present";

/** Whether the day that a forecast names has passed. */
export type Term = "due" | "open";

/** Claims that fit, by the first day on which they are said to have happened. */
export interface TimelineShape {
  step: string;
  bars: Array<BarShape>;
  undated: number;
}

/** A claim of an event, and where it stands. */
export interface ToldShape {
  claim: string;
  document: string;
  document_id: string;
  outlet: string | null;
  url: string | null;
  reported: string | null;
  stance: Stance;
  side: string | null;
  certainty: Certainty;
  text: string;
  on_whose_word: string;
}

/** An input that could not be read, and why. */
export interface TroubleShape {
  source: string;
  message: string;
}

/** One event in the account of who holds the place. */
export interface TurnShape {
  id: string;
  label: string;
  kind: Kind;
  place: SpotShape | null;
  earliest: string | null;
  latest: string | null;
  status: Status;
  why: string;
  holder: string | null;
  standing: Standing;
  since: string | null;
  claimed_by: Array<string>;
  denied_by: Array<string>;
  is_by_name: boolean;
  sayings: Array<SayingShape>;
}

/** What people made of a claim. */
export type Verdict = "accepted" | "rejected";

/** A source or a document of the provenance graph. */
export interface VertexShape {
  id: string;
  name: string;
  side: string | null;
  is_document: boolean;
  also: Array<string>;
}

/** A question that somebody kept: a name, and the part of the address behind the `?`. */
export interface ViewShape {
  name: string;
  route: string;
  query: string;
}

/** The questions that were kept for this ledger. */
export interface ViewsShape {
  items: Array<ViewShape>;
}

/** When a claim says that something happened. */
export interface WhenShape {
  start: number;
  end: number;
  text: string;
  value: string;
  earliest: string;
  latest: string;
}

/** So many claims would fit without this filter. */
export interface WithoutShape {
  name: string;
  value: string;
  label: string;
  count: number;
}

/** What codes mean, in words: by code. */
export interface WordsShape {
  kinds: Record<string, string>;
  certainties: Record<string, string>;
  polarities: Record<string, string>;
  tenses: Record<string, string>;
  source_types: Record<string, string>;
  flags: Record<string, string>;
  statuses: Record<string, string>;
  stances: Record<string, string>;
  steps: Record<string, string>;
  changes: Record<string, string>;
  answers: Record<string, string>;
  standings: Record<string, string>;
  precisions: Record<string, string>;
  reviews: Record<string, string>;
  languages: Record<string, string>;
}
