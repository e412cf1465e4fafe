"""The state machine: whatever people and worker do, it stays sensible."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.worker.run_state import WISHES, Event, State, advance, allows


@given(st.lists(st.sampled_from(Event)))
def test_no_sequence_of_allowed_events_gets_stuck(events: list[Event]) -> None:
    state = State.IDLE
    for event in events:
        if event in WISHES and not allows(state, event):
            with pytest.raises(AssertionError):
                advance(state, event)
            continue
        state = advance(state, event)
        assert state in State
        assert allows(state, Event.START) == (state is State.IDLE)
        leaves_idle = allows(state, Event.STOP) or state in (State.IDLE, State.STOPPING)
        assert leaves_idle, "a run that can't be stopped"
    assert advance(state, Event.ENDED) is State.IDLE


@given(st.sampled_from(State))
def test_late_news_never_revives_a_run(state: State) -> None:
    for news in (Event.STARTED, Event.HELD):
        after = advance(state, news)
        assert not (state in (State.IDLE, State.STOPPING) and after is not state)


def test_a_run_that_is_stopped_while_it_loads_is_waited_for() -> None:
    """The worker hasn't answered yet: a new run can't begin before it has."""
    state = advance(advance(State.IDLE, Event.START), Event.STOP)
    assert state is State.STOPPING
    assert not allows(state, Event.START)
    assert advance(state, Event.STARTED) is State.STOPPING


def test_a_step_stays_paused_and_an_epoch_runs_until_it_is_held() -> None:
    assert advance(State.PAUSED, Event.STEP) is State.PAUSED
    running = advance(State.PAUSED, Event.EPOCH)
    assert running is State.RUNNING
    assert allows(running, Event.PAUSE)
    assert advance(running, Event.HELD) is State.PAUSED


def test_the_usual_way() -> None:
    state = State.IDLE
    for event, expected in (
        (Event.START, State.LOADING),
        (Event.STARTED, State.RUNNING),
        (Event.PAUSE, State.PAUSED),
        (Event.STEP, State.PAUSED),
        (Event.RESUME, State.RUNNING),
        (Event.STOP, State.STOPPING),
        (Event.ENDED, State.IDLE),
    ):
        state = advance(state, event)
        assert state is expected
