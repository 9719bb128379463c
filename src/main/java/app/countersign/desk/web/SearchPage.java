package app.countersign.desk.web;

import app.countersign.access.web.Me;
import app.countersign.breach.BreachFilter;
import app.countersign.breach.BreachRecords;
import app.countersign.breach.BreachRow;
import app.countersign.contract.ContractFilter;
import app.countersign.contract.ContractRecords;
import app.countersign.kernel.web.Words;
import app.countersign.party.Parties;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** {@code /search?q=}: everything that carries the words looked for. */
@Named
@RequestScoped
public class SearchPage {

    /** @param kind the key of its kind: {@code contract}
     * @param title what a person calls it
     * @param detail what tells it from others like it */
    public record Found(String kind, String title, String detail, String href) {}

    private static final int MOST = 20;
    private static final int SHOWN = 160;

    /** Fewer letters stand in nearly every clause. */
    private static final int SHORTEST_WORD = 3;

    @Inject
    private ContractRecords records;

    @Inject
    private BreachRecords breaches;

    @Inject
    private Parties parties;

    @Inject
    private Clauses clauses;

    @Inject
    private Me me;

    @Inject
    private Words texts;

    private String words = "";
    private List<Found> found;

    public List<Found> getFound() {
        if (found == null) {
            found = words.isEmpty()
                    ? List.of()
                    : Stream.of(contracts(), breaches(), organisations(), clauses())
                            .flatMap(some -> some)
                            .toList();
        }
        return found;
    }

    private Stream<Found> contracts() {
        return !reads("contract")
                ? Stream.empty()
                : records.page(ContractFilter.ALL.withText(words), OptionalLong.empty(), MOST).items().stream()
                        .map(row -> new Found(
                                "contract",
                                row.number(),
                                row.controller() + " · "
                                        + row.state().label().in(texts.texts().language()),
                                "/contract/view?id=" + row.id()));
    }

    private Stream<Found> breaches() {
        return !me.may("dpo legal auditor") || !me.opens("breach")
                ? Stream.empty()
                : breaches.page(new BreachFilter(Set.of(), words), Optional.empty(), MOST).items().stream()
                        .map(BreachRow::breach)
                        .map(breach -> new Found(
                                "breach",
                                breach.number(),
                                shortened(breach.facts().title()) + " · "
                                        + breach.state()
                                                .label()
                                                .in(texts.texts().language()),
                                "/breach/view?id=" + breach.id()));
    }

    private Stream<Found> organisations() {
        return !reads("party")
                ? Stream.empty()
                : parties.find(words, MOST).stream()
                        .map(one -> new Found(
                                "party",
                                one.name(),
                                one.country().name(texts.texts().language()),
                                "/party/view?id=" + one.id()));
    }

    private Stream<Found> clauses() {
        return words.length() < SHORTEST_WORD || !me.opens("contract")
                ? Stream.empty()
                : clauses.with(words, MOST).stream()
                        .map(hit -> new Found(
                                "template",
                                hit.template().title(texts.texts().language()) + ", "
                                        + hit.clause().label(),
                                shortened(hit.clause().text()),
                                "/template/view?tab=terms&code=" + hit.version().code() + "#clause-"
                                        + hit.clause().id()));
    }

    private boolean reads(String room) {
        return me.isReader() && me.opens(room);
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words == null ? "" : words.strip();
    }
}
