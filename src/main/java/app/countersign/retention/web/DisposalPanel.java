package app.countersign.retention.web;

import app.countersign.kernel.Ids;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.retention.DisposalChoice;
import app.countersign.retention.DisposalDesk;
import app.countersign.retention.DisposalDetails;
import app.countersign.retention.Passphrases;
import app.countersign.terms.Span;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What becomes of the data of the contract that the page shows: a part of {@code /contract/view?id=}. */
@Named
@RequestScoped
public class DisposalPanel {

    @Inject
    private DisposalDesk desk;

    @Inject
    private Words words;

    @Inject
    private Saying saying;

    @Inject
    private HttpServletRequest request;

    private String id;
    private DisposalDetails details;
    private DisposalChoice choice;
    private String text;
    private String period;
    private Passphrases.Passphrase passphrase;

    @PostConstruct
    void read() {
        id = request.getParameter("id");
    }

    /** @param contract as the page knows it, also where its address names it by number */
    public DisposalDetails of(UUID contract) {
        if (details == null) {
            details = desk.details(contract, words.texts().language());
        }
        return details;
    }

    public String choiceKey(DisposalChoice wanted) {
        return "deletion.choice." + KebabCase.of(wanted);
    }

    public DisposalChoice[] getChoices() {
        return DisposalChoice.values();
    }

    public Map<String, String> getPeriods() {
        List<Span> spans = of(uuid()).alternatives();
        return spans.stream()
                .collect(Collectors.toMap(span -> span.in(words.texts().language()), Span::toString, (a, b) -> a));
    }

    public String choose() {
        desk.choose(uuid(), choice, text);
        return done("deletion.done.chosen");
    }

    public String agree() {
        desk.agree(uuid(), period);
        return done("deletion.done.agreed");
    }

    public String handOver() {
        desk.handedOver(uuid(), text);
        return done("deletion.done.returned");
    }

    public String confirm() {
        desk.confirm(uuid(), text);
        return done("deletion.done.confirmed");
    }

    /** Draws a new passphrase. The page shows it in its answer, and never again. */
    public void reveal() {
        passphrase = desk.passphrase(uuid());
    }

    /** Null unless it was asked for just now. */
    public String getPassphrase() {
        return passphrase == null ? null : passphrase.words();
    }

    /** Of the passphrase, for the address of what it opens. */
    public String getTicket() {
        return passphrase == null ? null : passphrase.ticket();
    }

    private String done(String key) {
        saying.done(key);
        return "/contract/view?faces-redirect=true&id=" + uuid();
    }

    private UUID uuid() {
        return Ids.read(id, "contract.refusal.unknown");
    }

    public DisposalChoice getChoice() {
        return choice;
    }

    public void setChoice(DisposalChoice choice) {
        this.choice = choice;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getPeriod() {
        return period;
    }

    public void setPeriod(String period) {
        this.period = period;
    }
}
