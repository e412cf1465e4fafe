"""What a training run may do next, without Qt: one small state machine for buttons and worker."""

from enum import Enum, auto


class State(Enum):
    """Where a run stands, as the window sees it."""

    IDLE = auto()
    LOADING = auto()  # torch, the dataset and the model are being made ready
    RUNNING = auto()
    PAUSED = auto()
    STOPPING = auto()  # asked to stop; the worker hasn't answered yet


class Event(Enum):
    """What can happen: the first six are people's wishes, the others the worker's news."""

    START = auto()
    STEP = auto()  # one batch
    EPOCH = auto()  # to the end of the epoch
    PAUSE = auto()
    RESUME = auto()
    STOP = auto()
    STARTED = auto()
    HELD = auto()  # the worker stands still after a batch or an epoch
    ENDED = auto()  # finished, stopped or failed
    ENDED_BEFORE_NEXT = auto()  # and another one of the same asker follows


WISHES = (Event.START, Event.STEP, Event.EPOCH, Event.PAUSE, Event.RESUME, Event.STOP)

_NEXT = {
    (State.IDLE, Event.START): State.LOADING,
    (State.IDLE, Event.STEP): State.LOADING,
    (State.IDLE, Event.EPOCH): State.LOADING,
    (State.LOADING, Event.STARTED): State.RUNNING,
    (State.LOADING, Event.STOP): State.STOPPING,
    (State.RUNNING, Event.PAUSE): State.PAUSED,
    (State.RUNNING, Event.STOP): State.STOPPING,
    (State.RUNNING, Event.HELD): State.PAUSED,
    (State.PAUSED, Event.RESUME): State.RUNNING,
    (State.PAUSED, Event.STEP): State.PAUSED,
    (State.PAUSED, Event.EPOCH): State.RUNNING,
    (State.PAUSED, Event.STOP): State.STOPPING,
}

_ENDS = {Event.ENDED: State.IDLE, Event.ENDED_BEFORE_NEXT: State.LOADING}


def allows(state: State, event: Event) -> bool:
    """Tell whether `event` changes or confirms something in `state`."""
    return event in _ENDS or (state, event) in _NEXT


def advance(state: State, event: Event) -> State:
    """Return the state after `event`.

    The worker's news may arrive after a wish that made it old: it then changes nothing. A wish
    that isn't allowed is a mistake of the caller.
    """
    if event in _ENDS:
        return _ENDS[event]
    assert event not in WISHES or allows(state, event), f"{event} in {state}"
    return _NEXT.get((state, event), state)
