package app.countersign.breach.web;

import app.countersign.breach.BreachState;
import app.countersign.breach.Closing;
import app.countersign.breach.Deciding;
import app.countersign.breach.Decision;
import app.countersign.breach.Documenting;
import app.countersign.breach.Exemption;
import app.countersign.breach.Recipient;
import app.countersign.breach.Turn;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Whom we tell of the breach of the page, and when it is over. */
@Named
@RequestScoped
public class BreachDecisions {

    @Inject
    private BreachPage page;

    @Inject
    private Deciding deciding;

    @Inject
    private Closing closing;

    @Inject
    private Documenting documenting;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    private List<Decision> history;
    private String recipient = KebabCase.of(Recipient.AUTHORITY);
    private String told = "";
    private String why;
    private String exemption = "";
    private String reason;

    /** The latest first. */
    public List<Decision> getHistory() {
        if (history == null) {
            history = deciding.history(page.getId());
        }
        return history;
    }

    public String decide() {
        if (told == null || told.isEmpty()) {
            throw Invalid.field("told", Reason.of("kernel.text.missing"));
        }
        deciding.decide(
                page.getId(), new Deciding.Choice(recipient, Boolean.parseBoolean(told), beside(why), exemption, ""));
        saying.done("breach.done.decided");
        return page.back("decision");
    }

    /** The field is called otherwise here. */
    private static String beside(String typed) {
        if (typed == null || typed.isBlank()) {
            throw Invalid.field("why", Reason.of("kernel.text.missing"));
        }
        return typed;
    }

    /** What is still to be done before it can be closed. */
    public List<String> getMissing() {
        return closing.missing(page.getId()).stream()
                .map(one -> one.in(words.texts().language()))
                .toList();
    }

    public List<Turn> getTurns() {
        return closing.turns(page.getId());
    }

    /** Null while it is open, or if nothing says how long. */
    public LocalDate getKeptUntil() {
        return documenting.keptUntil(page.getId()).orElse(null);
    }

    public boolean isClosed() {
        return page.getBreach().state() == BreachState.CLOSED;
    }

    public String close() {
        try {
            closing.close(page.getId(), reason);
        } finally {
            page.forget();
        }
        saying.done("breach.done.closed", page.getBreach().number());
        return page.back("decision");
    }

    public String reopen() {
        try {
            closing.reopen(page.getId(), reason);
        } finally {
            page.forget();
        }
        saying.done("breach.done.reopened", page.getBreach().number());
        return page.back("decision");
    }

    public String told(Decision decision) {
        return words.with(
                decision.notifies() ? "breach.happened.decided-to-tell" : "breach.happened.decided-not-to-tell",
                decision.recipient().label());
    }

    public List<BreachSeverity.Option> getRecipients() {
        return Stream.of(Recipient.values())
                .map(one -> new BreachSeverity.Option(
                        KebabCase.of(one), one.label().in(words.texts().language())))
                .toList();
    }

    public List<BreachSeverity.Option> getAnswers() {
        return List.of(
                new BreachSeverity.Option("true", words.get("breach.decision.yes")),
                new BreachSeverity.Option("false", words.get("breach.decision.no")));
    }

    public List<BreachSeverity.Option> getExemptions() {
        return Stream.concat(
                        Stream.of(new BreachSeverity.Option("", words.get("breach.decision.no-exemption"))),
                        Stream.of(Exemption.values())
                                .map(one -> new BreachSeverity.Option(
                                        KebabCase.of(one),
                                        one.label().in(words.texts().language()))))
                .toList();
    }

    public String getRecipient() {
        return recipient;
    }

    public void setRecipient(String recipient) {
        this.recipient = recipient;
    }

    public String getTold() {
        return told;
    }

    public void setTold(String told) {
        this.told = told;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }

    public String getExemption() {
        return exemption;
    }

    public void setExemption(String exemption) {
        this.exemption = exemption;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
