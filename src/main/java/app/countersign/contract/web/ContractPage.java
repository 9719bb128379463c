package app.countersign.contract.web;

import app.countersign.access.web.Me;
import app.countersign.contract.ContractDetails;
import app.countersign.contract.ContractDocument;
import app.countersign.contract.ContractRecords;
import app.countersign.contract.ContractState;
import app.countersign.contract.DocumentKind;
import app.countersign.contract.Move;
import app.countersign.contract.Previewing;
import app.countersign.contract.Signatory;
import app.countersign.contract.TakenIn;
import app.countersign.kernel.Ids;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.measure.MeasureHoldings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** {@code /contract/view?id=} or {@code ?number=}: one contract, in tabs; what the person may do with it now. */
@Named
@RequestScoped
public class ContractPage {

    private static final Set<Move> BY_SIGNATORIES = Set.of(Move.COUNTERSIGN, Move.CONFIRM);

    private static final Set<String> TABS = Set.of("document", "page", "returned", "terms", "history");

    /** What a form carries of the version that its sender has looked at. */
    static final String SEEN = "seen";

    @Inject
    private ContractRecords records;

    @Inject
    private Signing signing;

    @Inject
    private Previewing previewing;

    @Inject
    private Paged paged;

    @Inject
    private Me me;

    @Inject
    private Words words;

    @Inject
    private Saying saying;

    @Inject
    private HttpServletRequest request;

    private String id;
    private String number;
    private String tab;
    private ContractDetails details;

    /** An address says which contract it is, and so does every form of the page. */
    @PostConstruct
    void read() {
        id = request.getParameter("id");
        number = request.getParameter("number");
        tab = Optional.ofNullable(request.getParameter("tab"))
                .filter(TABS::contains)
                .orElse(null);
    }

    public ContractDetails getDetails() {
        if (details == null) {
            details = records.details(uuid());
        }
        return details;
    }

    /** Has the contract read again: it has changed, or somebody else may have changed it. */
    void forget() {
        details = null;
    }

    UUID uuid() {
        if (id == null && number != null) {
            id = records.idOf(number.strip()).toString();
        }
        return Ids.read(id, "contract.refusal.unknown");
    }

    /** The version that the sender of this form has looked at; the present one if the form doesn't say. */
    long seen() {
        String seen = request.getParameter(SEEN);
        return seen != null && seen.matches("\\d{1,18}")
                ? Long.parseLong(seen)
                : getDetails().version();
    }

    /** A button that is gone, since somebody else was quicker, does nothing: says so. */
    public void compare() {
        FacesContext faces = FacesContext.getCurrentInstance();
        boolean meant = !faces.getPartialViewContext().isAjaxRequest()
                || "action".equals(request.getParameter("jakarta.faces.behavior.event"));
        boolean overtaken = faces.isPostback()
                && meant
                && faces.getMessageList().isEmpty()
                && seen() != getDetails().version();
        if (overtaken) {
            saying.wrong("contract.refusal.changed-meanwhile");
        }
    }

    /** Whether the person may make that move, and the contract's state allows it. */
    public boolean can(String move) {
        Move wanted = Move.valueOf(move);
        return getDetails().moves().contains(wanted) && me.may(BY_SIGNATORIES.contains(wanted) ? "signatory" : "legal");
    }

    public boolean isIn(String state) {
        return getDetails().state() == ContractState.valueOf(state);
    }

    /** As whom the person may sign for the processor; null if not at all. */
    public Signatory getSignatory() {
        return signing.as(getDetails().processorId());
    }

    /** Which view of the contract is shown. */
    public String getTab() {
        if (tab != null) {
            return tab;
        }
        boolean toCheck = getDetails().state() == ContractState.RETURNED && can("ACCEPT");
        return toCheck ? "page" : "document";
    }

    public String href(String wanted) {
        return "/contract/view?id=" + uuid() + "&tab=" + wanted;
    }

    /** The newest document; null for a draft. */
    public ContractDocument getDocument() {
        List<ContractDocument> all = getDetails().documents();
        return all.stream().filter(d -> d.kind().isSigned()).findFirst().orElse(all.isEmpty() ? null : all.get(0));
    }

    public String download(ContractDocument document) {
        return "/contract/document?id=" + document.contractId() + "&kind=" + KebabCase.of(document.kind());
    }

    public List<Paged.Sheet> getSheets() {
        return getDocument() == null ? List.of() : paged.sheets(getDocument());
    }

    /** Whether there is a document with both signatures. */
    public boolean isSealed() {
        return getDocument() != null && getDocument().kind() == DocumentKind.COUNTERSIGNED;
    }

    /** How it came here, if it was concluded elsewhere; else null. */
    public TakenIn getTakenIn() {
        return getDetails().takenIn().orElse(null);
    }

    /** Whether the measures of its annex are recorded as they stood when it was concluded elsewhere. */
    public String getAnnex() {
        long known = records.annex(uuid()).map(MeasureHoldings.Recorded::known).orElse(0L);
        return known > 0 ? words.with("contract.annex.known", known) : words.get("contract.annex.unknown");
    }

    /** The page with both signatures, of the newest document. */
    public List<Paged.Sheet> getSignatureSheet() {
        int page = previewing.signaturePage(uuid());
        return getSheets().stream().filter(sheet -> sheet.number() == page).toList();
    }

    /** Whether the contract can end in that way by its own words. */
    public boolean endsBy(String how) {
        return getDetails().terms().stream()
                .filter(term -> term.kind().equals("end"))
                .anyMatch(term -> term.says("how", how));
    }

    /** The language in which reasons and sentences are said. */
    public Locale getReader() {
        return words.texts().language();
    }
}
