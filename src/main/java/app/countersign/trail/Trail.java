package app.countersign.trail;

import app.countersign.access.Actor;
import app.countersign.kernel.PersonErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What other rooms ask of the trail: what happened, and to forget persons. */
@ApplicationScoped
public class Trail {

    @Inject
    private TrailRows rows;

    @Inject
    private Forgetting forgetting;

    @Inject
    private Persons persons;

    /** What happened to one object, oldest first. */
    public List<TrailEntry> of(String objectKind, UUID objectId) {
        return rows.of(objectKind, objectId);
    }

    /** The last things that happened to one object, newest first. */
    public List<TrailEntry> latestOf(String objectKind, UUID objectId, int most) {
        return rows.latestOf(objectKind, objectId, most);
    }

    /** The last things that happened, newest first. */
    public List<TrailEntry> latest(int most) {
        return rows.latest(most);
    }

    /** Which of these events happened from that instant to before the other, the newest first. */
    public List<TrailEntry> during(Set<String> events, Instant from, Instant to, int most) {
        return rows.during(events, from, to, most);
    }

    /** Under which somebody stands in the trail, and elsewhere; empty for the application itself and for strangers. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<UUID> pseudonym(Actor.Identity who) {
        return Optional.ofNullable(persons.pseudonym(who));
    }

    /** The pseudonym of a person who has one. */
    public Optional<UUID> pseudonym(PersonErased erased) {
        return persons.bySubject(Person.subject(erased.kind(), erased.id())).map(Person::pseudonym);
    }

    /** Who they are, of those that are not forgotten. */
    public Map<UUID, String> names(Collection<UUID> pseudonyms) {
        return persons.names(pseudonyms);
    }

    /** The pseudonyms of those whose name or address has that in it, or whose pseudonym it is. */
    public List<UUID> called(String typed, int most) {
        return persons.like(typed, most);
    }

    /**
     * Forgets what these events tell of persons, from that instant to before the other, the oldest first: from where
     * somebody signed in need be known for no longer than the terms say. That it happened stays, and so does the chain.
     *
     * @return up to where nothing is left to forget
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Instant forget(Set<String> events, Instant from, Instant before, int most) {
        return forgetting.forget(events, from, before, most);
    }

    /**
     * Forgets a person with the transaction in which their data go: who their pseudonym was, where they came from, and
     * their name and address wherever they were told. What they did stays, and so does the chain.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(@Observes PersonErased erased) {
        forgetting.forget(erased);
    }

    /**
     * Forgets what was told of persons together with that object, when it is purged: names, addresses, free text.
     *
     * @return how many facts
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long forget(String objectKind, UUID objectId) {
        return forgetting.forget(objectKind, objectId);
    }
}
