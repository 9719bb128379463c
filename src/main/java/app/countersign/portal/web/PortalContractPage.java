package app.countersign.portal.web;

import app.countersign.contract.DocumentKind;
import app.countersign.contract.LinkView;
import app.countersign.contract.SignatureEvidence;
import app.countersign.contract.SignatureInput;
import app.countersign.contract.SignaturePage;
import app.countersign.contract.SignedHow;
import app.countersign.contract.Signing;
import app.countersign.contract.TakenIn;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Origins;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.portal.ReadingCopies;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * {@code /portal/contract?link=…}: the customer reads and signs, and later fetches the signed document. Whatever is sent
 * is judged by what the contract is now, so that a second click, a reload or Back finds the page as it stands.
 */
@Named
@RequestScoped
public class PortalContractPage {

    @Inject
    private Signing signing;

    @Inject
    private ReadingCopies copies;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Origins origins;

    private String link;
    private LinkView view;
    private boolean closed;
    private Map<String, String> values;
    private String how = KebabCase.of(SignedHow.TYPED);
    private String signature;
    private String drawing;
    private String code;
    private boolean kept;

    /** From the request itself: the form is decoded before any view parameter would be known. */
    @PostConstruct
    void readLink() {
        link = request.getParameter(PortalAddress.LINK);
    }

    /** What the link opens; null when it opens nothing, which is then answered 404. */
    public LinkView getView() {
        if (view == null && !closed) {
            try {
                view = signing.open(link, words.texts().language());
            } catch (NotFound e) {
                close();
            }
        }
        return view;
    }

    private void close() {
        closed = true;
        view = null;
        FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
    }

    public Stage getStage() {
        return getView() == null ? Stage.CLOSED : Stage.of(view);
    }

    /** Mails the code, if what there is to sign is complete. */
    public void sendCode() throws IOException {
        try {
            require(complaints());
            signing.sendCode(link);
            view = null;
            if (kept) {
                // The browser keeps what was typed: a plain address survives the way to the mail and back.
                redirect("#sign");
            }
        } catch (Refused e) {
            tell(e);
        }
    }

    public void sign() throws IOException {
        try {
            Map<String, Reason> complaints = complaints();
            if (isBlank(code)) {
                complaints.put("code", Reason.of("contract.code.needed"));
            }
            require(complaints);
            SignatureEvidence.Origin origin =
                    new SignatureEvidence.Origin(origins.of(request).address(), request.getHeader("User-Agent"));
            signing.sign(link, entry(), signatureInput(), code, origin);
            redirect("");
        } catch (Refused e) {
            tell(e);
        }
    }

    private void tell(Refused refused) {
        view = null;
        if (refused instanceof NotFound) {
            close();
        } else {
            saying.refused(refused);
        }
    }

    private Map<String, Reason> complaints() {
        Map<String, Reason> complaints = new LinkedHashMap<>(signing.complaints(link, entry()));
        if (isBlank(signatureInput().value())) {
            complaints.put(
                    "signature",
                    Reason.of(isDrawn() ? "portal.sign.complaint.not-drawn" : "portal.sign.complaint.not-typed"));
        }
        return complaints;
    }

    private static void require(Map<String, Reason> complaints) {
        if (!complaints.isEmpty()) {
            throw new Invalid(complaints);
        }
    }

    private SignaturePage.Entry entry() {
        Map<String, String> given = getValues();
        return new SignaturePage.Entry(
                given.get("company"),
                given.get("address"),
                given.get("person"),
                given.get("position"),
                given.get("place"),
                given.get("date"));
    }

    private SignatureInput signatureInput() {
        return isDrawn()
                ? new SignatureInput(SignedHow.DRAWN, drawing)
                : new SignatureInput(SignedHow.TYPED, signature);
    }

    private boolean isDrawn() {
        return KebabCase.of(SignedHow.DRAWN).equals(how);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private void redirect(String place) throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        external.redirect(getAction() + place);
    }

    /** This page's own address, with the token, wherever the form is sent from. */
    public String getAction() {
        return request.getContextPath() + PortalAddress.contract(String.valueOf(link));
    }

    /** The fields of the signature page by name, as typed or else as known. */
    public Map<String, String> getValues() {
        if (values == null) {
            values = new LinkedHashMap<>();
            if (getView() != null) {
                view.fields().forEach(field -> values.put(field.name(), field.value()));
            }
        }
        return values;
    }

    /** Whether the document has that field. */
    public boolean asks(String name) {
        return getView() != null
                && view.fields().stream().anyMatch(field -> field.name().equals(name));
    }

    public String label(String name) {
        return view.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .map(LinkView.Field::label)
                .orElse("");
    }

    /** What is there to be read: the signed document, or as long as there is none the one that was sent out. */
    public String getKind() {
        return KebabCase.of(kind());
    }

    private DocumentKind kind() {
        return getView() == null
                ? DocumentKind.ISSUED
                : view.documents().stream()
                        .filter(DocumentKind::isSigned)
                        .findFirst()
                        .orElse(DocumentKind.ISSUED);
    }

    /** Whether there is anything to read: of a contract that was concluded elsewhere the paper may be missing here. */
    public boolean isThere() {
        return getView() != null && view.documents().contains(kind());
    }

    /** Whether both have signed, and the document is there to be taken away. */
    public boolean isSigned() {
        return isThere() && kind().isSigned();
    }

    /** How it came here, if it was concluded elsewhere; else null. */
    public TakenIn getTakenIn() {
        return getView() == null ? null : view.takenIn().orElse(null);
    }

    public boolean isSealed() {
        return kind() == DocumentKind.COUNTERSIGNED;
    }

    public List<Integer> getSheets() {
        return IntStream.rangeClosed(1, copies.pages(shown(), kind() == DocumentKind.CONCLUDED))
                .boxed()
                .toList();
    }

    /** Empty for a paper, which may be a scan. */
    public String getText() {
        return kind() == DocumentKind.CONCLUDED ? "" : copies.text(shown());
    }

    private String shown() {
        return signing.document(link, kind()).sha256();
    }

    public String getPageAddress() {
        return request.getContextPath() + PortalAddress.page(link) + "&kind=" + getKind() + "&no=";
    }

    public String getFileAddress() {
        return request.getContextPath() + PortalAddress.file(link) + "&kind=" + getKind();
    }

    public String getHow() {
        return how;
    }

    public void setHow(String how) {
        this.how = how;
    }

    public String getSignature() {
        return signature;
    }

    public void setSignature(String signature) {
        this.signature = signature;
    }

    public String getDrawing() {
        return drawing;
    }

    public void setDrawing(String drawing) {
        this.drawing = drawing;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public boolean isKept() {
        return kept;
    }

    public void setKept(boolean kept) {
        this.kept = kept;
    }
}
