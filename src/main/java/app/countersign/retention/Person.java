package app.countersign.retention;

import app.countersign.access.Actor;

/** Who did something: the id by which two persons are told apart, and the name that people read. */
record Person(String id, String name) {

    static Person acting(Actor actor) {
        Actor.Identity identity = actor.identity();
        return new Person(identity.id() == null ? "" : identity.id(), identity.name());
    }
}
