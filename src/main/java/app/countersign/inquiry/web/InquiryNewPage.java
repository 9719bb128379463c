package app.countersign.inquiry.web;

import app.countersign.access.web.Me;
import app.countersign.inquiry.Inquiry;
import app.countersign.inquiry.InquiryDesk;
import app.countersign.inquiry.InquiryEntry;
import app.countersign.inquiry.InquiryKind;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Settings;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.party.Organisation;
import app.countersign.retention.Store;
import app.countersign.retention.StoreDesk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** {@code /inquiry/new}: records an inquiry that came in. */
@Named
@RequestScoped
public class InquiryNewPage {

    /** A kind that can be chosen. */
    public record Option(String value, String label) {}

    @Inject
    private InquiryDesk desk;

    @Inject
    private StoreDesk storeDesk;

    @Inject
    private Me me;

    @Inject
    private Words words;

    @Inject
    private Saying saying;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    private String receivedOn;
    private String processor;
    private String kind;
    private String asker;
    private String reference;
    private String matter;
    private String handler;
    private String basis;
    private String answerBy;
    private String person;
    private String contract;
    private String store;
    private String from;
    private String to;

    public List<Organisation> getProcessors() {
        return desk.processors();
    }

    public List<Option> getKinds() {
        return Arrays.stream(InquiryKind.values())
                .map(one -> new Option(
                        KebabCase.of(one), one.label().in(words.texts().language())))
                .toList();
    }

    /** None for those who record nothing. */
    public List<Store> getStores() {
        return me.may("dpo") ? storeDesk.all() : List.of();
    }

    public String record() {
        Inquiry made = desk.record(new InquiryEntry(
                kind,
                processor,
                asker,
                reference,
                matter,
                receivedOn,
                handler,
                basis,
                answerBy,
                person,
                contract,
                store,
                from,
                to));
        saying.done("inquiry.done.recorded", made.number());
        return "/inquiry/view?faces-redirect=true&id=" + made.id();
    }

    /** Today, as long as no other day was given. */
    public String getReceivedOn() {
        return receivedOn == null
                ? LocalDate.now(clock.withZone(settings.zone())).toString()
                : receivedOn;
    }

    public void setReceivedOn(String receivedOn) {
        this.receivedOn = receivedOn;
    }

    public String getProcessor() {
        return processor;
    }

    public void setProcessor(String processor) {
        this.processor = processor;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getAsker() {
        return asker;
    }

    public void setAsker(String asker) {
        this.asker = asker;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }

    public String getMatter() {
        return matter;
    }

    public void setMatter(String matter) {
        this.matter = matter;
    }

    public String getHandler() {
        return handler;
    }

    public void setHandler(String handler) {
        this.handler = handler;
    }

    public String getBasis() {
        return basis;
    }

    public void setBasis(String basis) {
        this.basis = basis;
    }

    public String getAnswerBy() {
        return answerBy;
    }

    public void setAnswerBy(String answerBy) {
        this.answerBy = answerBy;
    }

    public String getPerson() {
        return person;
    }

    public void setPerson(String person) {
        this.person = person;
    }

    public String getContract() {
        return contract;
    }

    public void setContract(String contract) {
        this.contract = contract;
    }

    public String getStore() {
        return store;
    }

    public void setStore(String store) {
        this.store = store;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}
