"""Names and limits that more than one part needs. A limit stands here with its reason."""

from datetime import timedelta
from typing import Final

DOMAIN: Final = "earshot"
TITLE: Final = "Earshot"
"""The product's name, the same in every language."""

SUBENTRY_ASSISTANT: Final = "assistant"
"""Type of the subentries that name the engine behind each stage."""

SUBENTRY_SATELLITE: Final = "satellite"
"""Type of the subentries that pair a satellite with an assistant. The unique id of such a subentry is the satellite's
id in the entity registry, which survives renaming."""

SUBENTRY_DESK: Final = "review_desk"
"""Type of the subentry that makes this Home Assistant a review desk. There is one at most."""

CONF_DESK_NAME: Final = "name"
CONF_CONTACT: Final = "contact"
CONF_PEOPLE: Final = "people"
"""Who listens, as donors are told."""
CONF_PLACE: Final = "place"
CONF_RETENTION_DAYS: Final = "retention_days"
CONF_PURPOSES: Final = "purposes"
CONF_TEXTS: Final = "texts"
"""By language, each by the names of its parts."""
CONF_ADDRESS: Final = "address"
"""Where donors reach it: https, a host, and perhaps a port."""
CONF_REVIEWERS: Final = "reviewers"
"""In the data of such a subentry: the ids of the users who listen."""
CONF_DAILY_LIMIT: Final = "daily_limit"
"""Clips that each of them hears in a day at most."""
CONF_DANGER_CONTACT: Final = "danger_contact"
CONF_DANGER_GUIDANCE: Final = "danger_guidance"
"""What a reviewer is told who says that somebody may be in danger."""

CONF_ASSISTANT: Final = "assistant"
"""In the data of such a subentry: the id of the assistant's subentry."""

NO_SATELLITE: Final = "no_satellite"
"""Stands, among the satellites, for everything that is said without one: to a browser, an app, an action. No entity id
is like it."""

WORDS_KEPT: Final = timedelta(days=7)
"""How long words and answers stay readable on a fresh install: long enough to ask about last weekend, short
enough that a stolen disk tells of one week. Sound is never kept unless a person switches it on."""

SOUND_PATH: Final = "/api/earshot/sound/"
"""Under it the sound of an utterance is fetched, by the utterance's id and a ticket."""
OFFER_SOUND_PATH: Final = "/api/earshot/offer_sound/"
"""Under it the sound of an offer is fetched, as it was or as it would leave, by a ticket."""
SOUND_TYPE: Final = "audio/flac"

REVIEW_SOUND_PATH: Final = "/api/earshot/review/sound/"
"""Under it a reviewer fetches the sound of the clip in their hands, by a ticket, once."""
REVIEW_SOUND_SECONDS: Final = 60.0
"""How long such an address is signed for: as long as the desk's ticket is good."""
DATA_SET_PATH: Final = "/api/earshot/desk/data_set/"
"""Under it an administrator fetches a data set, by a ticket, once."""
DATA_SET_SECONDS: Final = 300.0
"""How long such an address is signed for: as long as the desk keeps the file."""

CONF_DB_URL: Final = "db_url"
"""Address of the ledger's database in the configuration, with its password; absent for the file that is the default."""

CONF_HOSTS: Final = "hosts"
"""Voice hosts that somebody else runs, in the configuration: a list, each with its name, address, port and the pairing
code that is shared with it; absent for none."""
HOST_PORT: Final = 10700
"""The port on which the app and the container listen."""
CONF_OWN_HOST: Final = "own_host"
"""Whether Earshot starts a voice host itself, in the configuration; absent for yes."""

CONF_WHICH: Final = "which"
"""In the forms about voice hosts, and in what asks for a code anew: the title of the host that is meant."""

CONF_WHAT: Final = "what"
WHAT_DATABASE: Final = "database"
"""In what asks for something anew: that it is the address of the ledger's database. Otherwise it is a code."""

LEDGER_PATIENCE: Final = 2.0
"""Seconds that an answer waits for its entries to be on disk. A healthy disk needs milliseconds; after two seconds
it is the disk that is ill, and voice goes on without it."""

FINISH_PATIENCE: Final = 60.0
"""Seconds after the end of a run in which its answer may still be synthesized. The longest text that the host
takes, ten minutes of speech, is synthesized in less on two slow cores."""

PROOF_PATIENCE: Final = 60.0
"""Seconds in which somebody who pairs a satellite is to be heard: time to read the sentence, to go to the satellite and
to speak twice. Longer, and whoever has no luck looks at a wheel that turns."""

RUN_POLL: Final = 0.5
"""Seconds between looks at a run whose task lives on after it. The end of the task is what usually ends the wait."""

LATE_ERROR_PATIENCE: Final = 0.05
"""Seconds in which Home Assistant says why it cancelled a run: it does so just after the run has ended."""

CARE_INTERVAL: Final = timedelta(minutes=1)
"""How often the heartbeat is written, what is owed to the ledger is entered and ill storage is tried again."""

GAP_TOLERANCE: Final = timedelta(minutes=2)
"""How long ago the last heartbeat may be at the start before the ledger shows a gap. Two heartbeats: one can be
missed by an ordinary restart."""

CHECKPOINT_INTERVAL: Final = timedelta(days=1)
"""How often the ledger signs its state without being asked."""

RESOLVE_INTERVAL: Final = timedelta(minutes=10)
"""How often the names of engines' hosts are asked for again. A name that is given to another machine is rare; ten
minutes is a usual time for which routers let such an answer be remembered."""

RESOLVE_PATIENCE: Final = 10.0
"""Seconds that one name may take. Resolvers give up after five to ten; until then it counts as unknown."""

OUTSIDE_POLL: Final = 10.0
"""Seconds between looks for runs that go past the gate and tell of themselves by nothing. Home Assistant remembers ten
of a pipeline: only more than one a second would be missed."""

CONSENT_WANTED: Final = "consent_wanted"
"""The repair issue that shows where somebody can consent to donate."""
