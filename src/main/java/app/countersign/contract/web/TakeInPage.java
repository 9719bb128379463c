package app.countersign.contract.web;

import app.countersign.contract.ContractRecords;
import app.countersign.contract.NewContract;
import app.countersign.contract.PaperContract;
import app.countersign.contract.PaperEntry;
import app.countersign.contract.SignaturePage;
import app.countersign.contract.TakingIn;
import app.countersign.contract.TemplateVersion;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.kernel.web.Saying;
import app.countersign.party.Organisation;
import app.countersign.party.OrganisationDetails;
import app.countersign.terms.Template;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code /contract/take-in}: a contract that was concluded elsewhere, and is in force. */
@Named
@ViewScoped
public class TakeInPage extends ControllerFields {

    private static final long serialVersionUID = 1L;

    @Inject
    private ContractRecords records;

    @Inject
    private TakingIn taking;

    @Inject
    private SentOnce sent;

    @Inject
    private Saying saying;

    @Inject
    private HttpServletRequest request;

    private String form;
    private String version;
    private LocalDate mainContractSignedOn;

    /** What was typed of the paper, by field. */
    private final Map<String, String> values = new HashMap<>();

    private transient Part file;

    @PostConstruct
    void open() {
        form = Optional.ofNullable(request.getParameter("form"))
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    /** By which the form is known again if it is sent twice. */
    public String getForm() {
        return form;
    }

    public List<TemplateVersion> getVersions() {
        return taking.versions();
    }

    /** {@code okomo-dpa/1} */
    public String key(TemplateVersion one) {
        return one.code() + "/" + one.revision();
    }

    /** Whose contract it is, what it is called, in which version, and whether new ones are still made with it. */
    public String label(TemplateVersion one) {
        Template words = records.template(one.id());
        String of = records.processors().stream()
                .filter(processor ->
                        processor.code().filter(words.processor()::equals).isPresent())
                .map(Organisation::name)
                .findFirst()
                .orElse(words.processor());
        String label = words().with("contract.version", one.label());
        return of + ": " + words.title(reader()) + " · "
                + (one.isCurrent() ? label : words().with("contract.take-in.earlier", label));
    }

    /** The words and terms that are chosen; null as long as none are. */
    public Template getChosen() {
        return getVersions().stream()
                .filter(one -> key(one).equals(version))
                .findFirst()
                .map(one -> records.template(one.id()))
                .orElse(null);
    }

    public boolean isTooLarge() {
        return request.getParameter(Dropping.TOO_LARGE) != null;
    }

    /** Takes it in; the page of the contract says so. */
    public String takeIn() {
        SentOnce.Outcome outcome = sent.once(form, () -> {
            TakingIn.Taken taken = taken();
            if (isNewCustomer()) {
                remember(records.details(taken.id()).controllerId());
            }
            return new SentOnce.Outcome(taken.id(), taken.number(), null);
        });
        saying.done("contract.take-in.done", outcome.number());
        return "/contract/view?faces-redirect=true&id=" + outcome.id();
    }

    private TakingIn.Taken taken() {
        Map<String, Reason> complaints = new LinkedHashMap<>();
        PaperContract wanted = wanted(complaints);
        if (!complaints.isEmpty()) {
            taking.complaints(wanted).forEach(complaints::putIfAbsent);
            complaints.remove("controller");
            complaints.remove("template");
            throw new Invalid(complaints);
        }
        try (InputStream content = given(file) ? file.getInputStream() : null) {
            return taking.takeIn(wanted, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A field for a file that nobody chose sends an empty one without a name. */
    private static boolean given(Part part) {
        return part != null
                && part.getSubmittedFileName() != null
                && !part.getSubmittedFileName().isBlank();
    }

    private PaperContract wanted(Map<String, Reason> complaints) {
        if (version == null) {
            complaints.put("version", Reason.of("kernel.text.missing"));
        }
        Optional<OrganisationDetails> details = Optional.empty();
        if (getCustomer() == null) {
            complaints.put("customer", Reason.of("kernel.text.missing"));
        } else if (isNewCustomer()) {
            details = details(null, complaints);
        }
        String[] chosen = version == null ? new String[] {null, "0"} : version.split("/", 2);
        NewContract contract = new NewContract(
                chosen[0],
                Optional.empty(),
                Optional.ofNullable(getCustomer()).map(Customer::id),
                details,
                getContactName(),
                getEmail(),
                Optional.ofNullable(mainContractSignedOn)
                        .filter(day ->
                                getChosen() != null && getChosen().conclusion().needsMainContract()));
        return new PaperContract(contract, revision(chosen), paper());
    }

    private static Optional<Integer> revision(String... chosen) {
        return chosen.length == 2 && chosen[1].matches("\\d{1,6}")
                ? Optional.of(Integer.valueOf(chosen[1]))
                : Optional.empty();
    }

    private PaperEntry paper() {
        return new PaperEntry(
                values.get("concludedOn"),
                values.get("effectiveOn"),
                values.get("earlyReason"),
                values.get("endsOn"),
                values.get("reference"),
                new SignaturePage.Entry(
                        null,
                        null,
                        values.get("person"),
                        values.get("position"),
                        values.get("place"),
                        values.get("date")),
                new SignaturePage.Entry(
                        null,
                        null,
                        values.get("signatory"),
                        values.get("signatoryPosition"),
                        values.get("signatoryPlace"),
                        values.get("signatoryDate")));
    }

    public Map<String, String> getValues() {
        return values;
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }

    public LocalDate getMainContractSignedOn() {
        return mainContractSignedOn;
    }

    public void setMainContractSignedOn(LocalDate day) {
        this.mainContractSignedOn = day;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
