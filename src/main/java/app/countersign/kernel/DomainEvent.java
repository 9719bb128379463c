package app.countersign.kernel;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Something that has happened, told in the past tense by the room in which it did. Fired as a CDI event inside the
 * transaction of the change; the trail observes it and writes its row with the change.
 */
public interface DomainEvent {

    /** What it happened to, as kind and id: {@code contract}. */
    String objectKind();

    UUID objectId();

    /**
     * The facts worth keeping, by name, in a fixed order; no secrets. Values are strings, numbers, booleans, dates, or a
     * {@link Change} from one to another. A fact called {@code number} is how people call what it happened to.
     */
    Map<String, Object> facts();

    /**
     * Whether that fact may say something of a person. The trail keeps such facts apart from its chain, so that they can
     * be forgotten while the chain stays whole. An event that calls a person's fact by another name says so here.
     */
    default boolean isPersonal(String fact) {
        return PERSONAL.contains(fact.substring(fact.lastIndexOf('.') + 1));
    }

    /** How facts about persons are called, and those in which people write what they like. */
    Set<String> PERSONAL = Set.of(
            "account",
            "address",
            "company",
            "email",
            "label",
            "name",
            "person",
            "phone",
            "place",
            "position",
            "problem",
            "reason",
            "registerNumber",
            "signatory",
            "subject",
            "to",
            "user",
            "userAgent",
            "userName");

    /** The clause that demanded an automatic act, where there is one: {@code okomo-dpa 2-5}. */
    default Optional<String> clause() {
        return Optional.empty();
    }

    /** The event's name in the trail: its class name in kebab case, {@code contract-issued}. */
    default String name() {
        return getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
