"""Which channels reach a customer at a stage, the preferred one first."""

from __future__ import annotations

from kit.domain.model import Customer
from kit.domain.policy import Channel, Stage


def channels_for(customer: Customer, stage: Stage) -> tuple[tuple[Channel, ...], bool]:
    """Return the channels of `stage` that reach `customer`, and whether another one had to step in.

    Where the customer's file names channels, those are used in that order, and a stage that goes
    by letter does so all the same; otherwise the stage's own. Where none of these reaches the
    customer, post steps in, then whatever there is; nothing at all gives an empty tuple.
    A somasi goes by letter and by nothing else; an internal paper needs no address.
    """
    if stage.internal or stage.is_somasi:
        return ((Channel.LETTER,) if stage.internal or customer.address else ()), False
    reachable = {
        Channel.EMAIL: customer.contact.email is not None,
        Channel.WHATSAPP: customer.contact.whatsapp is not None,
        Channel.LETTER: customer.address is not None,
    }
    formal = (Channel.LETTER,) if Channel.LETTER in stage.channels else ()
    order = dict.fromkeys((*customer.channels, *formal) if customer.channels else stage.channels)
    found = tuple(each for each in order if reachable[each])
    if found:
        return found, False
    instead = [each for each in (Channel.LETTER, *Channel) if reachable[each]]
    return tuple(instead[:1]), bool(instead)
