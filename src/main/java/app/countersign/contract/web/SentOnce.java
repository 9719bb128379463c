package app.countersign.contract.web;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** What was issued with which form, so that a form that is sent twice issues one contract. */
@SessionScoped
class SentOnce implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 20;

    /** What came of a form. */
    record Outcome(UUID id, String number, String portalUrl) implements Serializable {}

    private final Map<String, Outcome> outcomes = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Outcome> eldest) {
            return size() > MOST;
        }
    };

    /** @param form which each form that is opened has for its own */
    synchronized Outcome once(String form, Supplier<Outcome> act) {
        Outcome known = outcomes.get(form);
        if (known == null) {
            known = act.get();
            outcomes.put(form, known);
        }
        return known;
    }
}
