package app.countersign.retention.web;

import app.countersign.kernel.Reason;
import app.countersign.kernel.web.Words;
import app.countersign.party.Organisation;
import app.countersign.retention.Rule;
import app.countersign.retention.RuleDesk;
import app.countersign.retention.Run;
import app.countersign.retention.RunState;
import app.countersign.retention.Store;
import app.countersign.retention.StoreDesk;
import app.countersign.terms.Span;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What people read of deletions. */
@Named
@RequestScoped
public class RetentionWords {

    @Inject
    private Words words;

    @Inject
    private RuleDesk rules;

    @Inject
    private StoreDesk stores;

    private final Map<String, String> clauses = new HashMap<>();
    private List<Store> allStores;
    private List<Organisation> processors;

    /** "Chats and documents: 12 months from storage, then delete". */
    public String sentence(Rule rule) {
        return words.with(
                "retention.sentence",
                rule.title(),
                span(rule.period()),
                rule.since().label(),
                rule.fate().label());
    }

    public String span(Span span) {
        return span.in(words.texts().language());
    }

    public String clause(String cited) {
        return clauses.computeIfAbsent(cited, c -> rules.cited(c, words.texts().language()));
    }

    public String said(Reason reason) {
        return reason.in(words.texts().language());
    }

    public String said(Optional<Reason> reason) {
        return reason.map(this::said).orElse("");
    }

    public String number(long number) {
        return NumberFormat.getInstance(words.texts().language()).format(number);
    }

    public String store(UUID id) {
        if (allStores == null) {
            allStores = stores.all();
        }
        return allStores.stream()
                .filter(store -> store.id().equals(id))
                .findFirst()
                .map(Store::name)
                .orElse("");
    }

    public String processor(UUID id) {
        if (processors == null) {
            processors = stores.processors();
        }
        return processors.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(Organisation::name)
                .orElse("");
    }

    /** {@code good}, {@code bad}, {@code busy}, {@code warn} or {@code over}. */
    public String tone(RunState state) {
        return switch (state) {
            case DONE -> "good";
            case FAILED -> "bad";
            case WAITING, PAUSED -> "warn";
            case STOPPED -> "over";
            case ASKED, RUNNING -> "busy";
        };
    }

    public String tone(Run run) {
        return tone(run.state());
    }
}
