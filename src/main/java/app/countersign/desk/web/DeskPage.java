package app.countersign.desk.web;

import app.countersign.access.web.Me;
import app.countersign.contract.ContractFilter;
import app.countersign.contract.ContractRecords;
import app.countersign.contract.ContractRow;
import app.countersign.contract.ContractState;
import app.countersign.contract.Returning;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.web.Words;
import app.countersign.mail.Inbox;
import app.countersign.mail.IntakeState;
import app.countersign.trail.Trail;
import app.countersign.trail.TrailEntry;
import app.countersign.trail.TrailWords;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** {@code /}: what is due, what waits for the person, what happened last, and how the contracts stand. */
@Named
@RequestScoped
public class DeskPage {

    private static final int LAST = 12;
    private static final int FIRST = 6;

    /** @param at when
     * @param who in words
     * @param what in words
     * @param clause what demanded it, or null
     * @param href to what it happened, or null */
    public record Happened(Instant at, String who, String what, String clause, String href) {}

    @Inject
    private Trail trail;

    @Inject
    private ContractRecords records;

    @Inject
    private Clocks clocks;

    @Inject
    private Returning returning;

    @Inject
    private Inbox inbox;

    @Inject
    private Clauses clauses;

    @Inject
    private Me me;

    @Inject
    private Words words;

    private List<Due> due;
    private List<Waiting> waiting;
    private List<Share> shares;
    private List<Happened> lately;

    public List<Due> getDue() {
        if (due == null) {
            due = clocks.first(FIRST);
        }
        return due;
    }

    public List<Waiting> getWaiting() {
        if (waiting == null) {
            waiting = new ArrayList<>();
            if (me.may("signatory") && readsContracts()) {
                waitsIn(ContractState.ACCEPTED, "desk.act.countersign");
            }
            if (me.may("legal") && readsContracts()) {
                waitsInTheInbox();
                waitsIn(ContractState.RETURNED, "desk.act.check");
                waitsIn(ContractState.COUNTERSIGNED, "desk.act.main-contract");
                waitsIn(ContractState.DRAFT, "desk.act.issue");
            }
        }
        return waiting;
    }

    private boolean readsContracts() {
        return me.isReader() && me.opens("contract");
    }

    /** Returned files to be decided, and mails that nobody else knew what to do with. */
    private void waitsInTheInbox() {
        returning
                .waiting(FIRST)
                .forEach(file -> waiting.add(new Waiting(
                        file.number() + " · " + file.controller(),
                        "/contract/returned?id=" + file.id(),
                        words.get("desk.act.decide"))));
        long mails = inbox.count(IntakeState.WAITING);
        if (mails > 0) {
            waiting.add(
                    new Waiting(words.with("desk.waiting.mails", mails), "/inbox/list", words.get("desk.act.inbox")));
        }
    }

    /** The newest contracts in that state, and one line for all others. */
    private void waitsIn(ContractState state, String act) {
        ContractRecords.Page page = records.page(ContractFilter.ALL.with(state), OptionalLong.empty(), FIRST);
        page.items()
                .forEach(row -> waiting.add(new Waiting(what(row), "/contract/view?id=" + row.id(), words.get(act))));
        if (page.next().isPresent()) {
            String label = state.label().in(words.texts().language());
            waiting.add(new Waiting(words.with("desk.waiting.more", label), list(state), words.get("desk.act.list")));
        }
    }

    private static String what(ContractRow row) {
        return row.number() + " · " + row.controller();
    }

    private static String list(ContractState state) {
        return "/contract/list?state=" + KebabCase.of(state);
    }

    public List<Share> getShares() {
        if (shares == null) {
            Map<ContractState, Long> counts = readsContracts() ? records.counts() : Map.of();
            shares = counts.entrySet().stream()
                    .map(count -> new Share(
                            KebabCase.of(count.getKey()),
                            count.getKey().label().in(words.texts().language()),
                            count.getValue(),
                            list(count.getKey())))
                    .toList();
        }
        return shares;
    }

    public List<Happened> getLately() {
        if (lately == null) {
            lately = me.opens("trail")
                    ? trail.latest(LAST).stream().map(this::told).toList()
                    : List.of();
        }
        return lately;
    }

    private Happened told(TrailEntry entry) {
        return new Happened(
                entry.at(),
                entry.actorName(),
                new TrailWords(words.texts()).what(entry),
                entry.clause()
                        .map(clause -> me.opens("contract") ? clauses.label(clause) : clause)
                        .orElse(null),
                href(entry.facts()));
    }

    private static String href(JsonObject facts) {
        return facts.containsKey("number")
                ? "/contract/view?number=" + URLEncoder.encode(facts.getString("number"), StandardCharsets.UTF_8)
                : null;
    }
}
