package app.countersign.contract.web;

import app.countersign.access.web.Me;
import app.countersign.kernel.web.Times;
import app.countersign.kernel.web.Words;
import app.countersign.mail.MailRoom;
import app.countersign.terms.Clause;
import app.countersign.terms.Term;
import app.countersign.trail.Trail;
import app.countersign.trail.TrailEntry;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happened to the contract of the page, and the mails that tell of it. */
@Named
@RequestScoped
public class ContractHistory {

    private static final String CONTRACT = "contract";

    /** Which fact of an event is worth telling beside its words, by the name that events give it. */
    private static final List<String> TELLING = List.of(
            "reason",
            "reference",
            "to",
            "endsOn",
            "effectiveOn",
            "mainContractSignedOn",
            "controller.person",
            "person",
            "template");

    private static final Map<String, String> CHANNELS =
            Map.of("api", "contract.channel.api", "link", "contract.channel.link", "job", "contract.channel.job");

    /** One thing that happened.
     *
     * @param detail what is worth telling beside; may be empty */
    public record Happened(Instant at, String who, String what, String detail, String clause) {}

    @Inject
    private ContractPage page;

    @Inject
    private Trail trail;

    @Inject
    private MailRoom mailRoom;

    @Inject
    private Me me;

    @Inject
    private Words words;

    @Inject
    private Times times;

    private List<TrailEntry> entries;
    private List<MailRoom.Row> mails;

    /** The newest first. */
    public List<Happened> getEntries() {
        List<Happened> told = new ArrayList<>(entries().stream().map(this::told).toList());
        Collections.reverse(told);
        return told;
    }

    public List<MailRoom.Row> getMails() {
        if (mails == null) {
            mails = me.opens("mail") ? mailRoom.about(CONTRACT, page.uuid()) : List.of();
        }
        return mails;
    }

    /** Who did that last; empty if nobody did. */
    String who(String event) {
        return last(event).map(TrailEntry::actorName).orElse("");
    }

    /** When that happened last; null if never. */
    Instant when(String event) {
        return last(event).map(TrailEntry::at).orElse(null);
    }

    private Optional<TrailEntry> last(String event) {
        return entries().stream().filter(e -> e.name().equals(event)).reduce((first, second) -> second);
    }

    private List<TrailEntry> entries() {
        if (entries == null) {
            entries = trail.of(CONTRACT, page.uuid());
        }
        return entries;
    }

    private Happened told(TrailEntry entry) {
        String channel = CHANNELS.get(entry.channel());
        String who = channel == null ? entry.actorName() : words.with(channel, entry.actorName());
        return new Happened(
                entry.at(),
                who,
                words.get("contract.event." + entry.name()),
                detail(entry.facts()),
                entry.clause().map(this::label).orElse(null));
    }

    private String detail(JsonObject facts) {
        return TELLING.stream()
                .filter(name -> facts.get(name) instanceof JsonString)
                .map(facts::getString)
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(this::worded)
                .orElse("");
    }

    /** A clause that the trail names by template and id, as people cite it. */
    private String label(String cited) {
        return page.getDetails().terms().stream()
                .map(Term::clause)
                .filter(clause -> cited.endsWith(" " + clause.id()))
                .map(Clause::label)
                .findFirst()
                .orElse(cited);
    }

    private String worded(String fact) {
        return fact.matches("\\d{4}-\\d{2}-\\d{2}") ? times.date(LocalDate.parse(fact)) : fact;
    }
}
