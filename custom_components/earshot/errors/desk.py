"""What can go wrong at a review desk, told to those who work there. Donors are told `donation.desk.answers`."""

from .tree import EarshotError


class ReviewDeskError(EarshotError):
    """The review desk could not do what was asked of it."""

    code = "review_desk_failed"


class DeskAbsentError(ReviewDeskError):
    """This Home Assistant is no review desk."""

    code = "desk_absent"


class DeskStoreError(ReviewDeskError):
    """The desk's store cannot be read or written. Nothing is taken and nothing is reviewed meanwhile."""

    code = "desk_store"


class DeskStoreNewerError(DeskStoreError):
    """The desk's store was made by a newer Earshot."""

    code = "desk_store_newer"


class ClipOverError(ReviewDeskError):
    """The time for this clip is over, it is gone, or it is in somebody else's hands."""

    code = "clip_over"


class ReviewLimitError(ReviewDeskError):
    """This reviewer has had as many clips today as the desk gives to one person on one day. Placeholder: limit."""

    code = "review_limit"


class LabelRefusedError(ReviewDeskError):
    """A label lacks what the clip was given for: its words, or whether its wake word is right. Or it is no text."""

    code = "label_refused"


class AlarmUnknownError(ReviewDeskError):
    """There is no such alarm, or somebody has decided on it."""

    code = "alarm_unknown"


class DataSetNameError(ReviewDeskError):
    """A data set cannot be called that: the name is taken, or has signs that a file's name should not have."""

    code = "data_set_name"


class DataSetEmptyError(ReviewDeskError):
    """No clip that was accepted may be used for this data set."""

    code = "data_set_empty"


class DataSetUnknownError(ReviewDeskError):
    """There is no such data set to be fetched any more: its time is over, or it was fetched."""

    code = "data_set_unknown"
