package app.countersign.trail;

import app.countersign.kernel.Change;
import app.countersign.kernel.DomainEvent;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A pseudonym was given to somebody, or they are called otherwise from now on. So it stands in the chain who a pseudonym
 * is, and nobody can make one person's acts another's by changing names in the table beside it.
 */
record PersonNamed(UUID objectId, Map<String, Object> facts) implements DomainEvent {

    static final String KIND = "person";

    static PersonNamed of(Person person, String nameBefore) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("kind", person.kind());
        facts.put("name", Change.of(nameBefore, person.name()));
        facts.put("subject", person.subject());
        return new PersonNamed(person.pseudonym(), facts);
    }

    @Override
    public String objectKind() {
        return KIND;
    }
}
