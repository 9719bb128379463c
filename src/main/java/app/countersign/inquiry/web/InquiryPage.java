package app.countersign.inquiry.web;

import app.countersign.access.web.Me;
import app.countersign.inquiry.Inquiry;
import app.countersign.inquiry.InquiryDesk;
import app.countersign.inquiry.InquiryKind;
import app.countersign.kernel.Ids;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.party.Organisation;
import app.countersign.retention.Store;
import app.countersign.retention.StoreDesk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;

/** {@code /inquiry/view?id=}: one inquiry, by when it is answered, and what was. */
@Named
@RequestScoped
public class InquiryPage {

    @Inject
    private InquiryDesk desk;

    @Inject
    private StoreDesk stores;

    @Inject
    private Me me;

    @Inject
    private Words words;

    @Inject
    private Saying saying;

    @Inject
    private HttpServletRequest request;

    private Inquiry inquiry;
    private Optional<InquiryDesk.Names> names;
    private String answeredOn;
    private String answer;
    private String late;
    private String reason;
    private String until;

    public Inquiry getInquiry() {
        if (inquiry == null) {
            inquiry = desk.details(uuid());
        }
        return inquiry;
    }

    private UUID uuid() {
        return Ids.read(request.getParameter("id"), "inquiry.refusal.unknown");
    }

    /** Null for those who may not know. */
    public InquiryDesk.Names getNames() {
        if (names == null) {
            names = desk.names(getInquiry().id());
        }
        return names.orElse(null);
    }

    public String getKind() {
        return getInquiry().kind().label().in(words.texts().language());
    }

    public String getBasis() {
        return desk.basis(getInquiry().id(), words.texts().language());
    }

    public String getProcessor() {
        return desk.processors().stream()
                .filter(one -> one.id().equals(getInquiry().processorId()))
                .findFirst()
                .map(Organisation::name)
                .orElse("");
    }

    /** Whether the room of stores and holds is the person's. */
    public boolean isRetentionOpen() {
        return me.may("dpo administrator auditor") && me.opens("retention");
    }

    /** The name of the store that it is about, for those who may know of stores. */
    public String getStore() {
        return getInquiry()
                .store()
                .filter(id -> isRetentionOpen())
                .flatMap(id -> stores.all().stream()
                        .filter(store -> store.id().equals(id))
                        .findFirst())
                .map(Store::name)
                .orElse(words.get("inquiry.view.one-store"));
    }

    public boolean isOpen() {
        return getInquiry().isOpen();
    }

    /** Whether the law, and not who asks, says by when. */
    public boolean isByLaw() {
        return getInquiry().kind() == InquiryKind.PERSON;
    }

    /** Whether the answer may take longer still. */
    public boolean isExtensible() {
        return isOpen() && !(isByLaw() && getInquiry().extendedAt().isPresent());
    }

    public String answerIt() {
        desk.answer(uuid(), new InquiryDesk.Answer(answer, answeredOn, late));
        return done("inquiry.done.answered");
    }

    public String extend() {
        desk.extend(uuid(), reason, until);
        return done("inquiry.done.extended");
    }

    private String done(String key) {
        saying.done(key);
        return "/inquiry/view?faces-redirect=true&id=" + uuid();
    }

    public String getAnsweredOn() {
        return answeredOn;
    }

    public void setAnsweredOn(String answeredOn) {
        this.answeredOn = answeredOn;
    }

    public String getAnswer() {
        return answer;
    }

    public void setAnswer(String answer) {
        this.answer = answer;
    }

    public String getLate() {
        return late;
    }

    public void setLate(String late) {
        this.late = late;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }
}
