package app.countersign.trail;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Somebody who acts, and the pseudonym by which the trail calls them. */
@Entity
@Table(name = "person_pseudonym")
class Person {

    private static final int NAME_LENGTH = 254;

    @Id
    private String subject;

    private UUID pseudonym;
    private String kind;
    private String name;

    protected Person() {}

    /** @param subject who it is: {@code account:<id>}, {@code customer:<e-mail address>} */
    Person(String subject, UUID pseudonym, String kind, String name) {
        this.subject = subject;
        this.pseudonym = pseudonym;
        this.kind = kind;
        called(name);
    }

    static String subject(String kind, String id) {
        return kind + ":" + id;
    }

    final void called(String other) {
        name = clipped(other);
    }

    boolean isCalled(String other) {
        return name.equals(clipped(other));
    }

    private static String clipped(String text) {
        return text.substring(0, Math.min(text.length(), NAME_LENGTH));
    }

    String subject() {
        return subject;
    }

    UUID pseudonym() {
        return pseudonym;
    }

    String kind() {
        return kind;
    }

    String name() {
        return name;
    }
}
