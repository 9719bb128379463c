package app.countersign.contract.web;

import app.countersign.contract.Checking;
import app.countersign.contract.ContractDetails;
import app.countersign.contract.LinkView;
import app.countersign.contract.Previewing;
import app.countersign.contract.SignaturePage;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.kernel.web.Saying;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The signature page as a form, checked as one leaves each field, and as a picture that follows. */
@Named
@ViewScoped
public class SignaturePageForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ContractPage page;

    @Inject
    private Checking checking;

    @Inject
    private Previewing previewing;

    @Inject
    private Saying saying;

    private UUID contract;
    private long seen;
    private Map<String, String> values;
    private Map<String, String> labels;

    /** What was typed, or else what is known, by field: {@code company}. */
    public Map<String, String> getValues() {
        open();
        return values;
    }

    public boolean has(String field) {
        open();
        return labels.containsKey(field);
    }

    public String label(String field) {
        open();
        return labels.get(field);
    }

    private void open() {
        if (values == null) {
            ContractDetails details = page.getDetails();
            contract = details.id();
            seen = details.version();
            values = new HashMap<>();
            labels = new LinkedHashMap<>();
            for (LinkView.Field field : details.fields()) {
                values.put(field.name(), field.value());
                labels.put(field.name(), field.label());
            }
        }
    }

    /** That field was left: says what is wrong with it. */
    public void left(String field) {
        Reason complaint = checking.complaints(contract, entry()).get(field);
        if (complaint != null && labels.containsKey(field)) {
            saying.refused(Invalid.field(field, complaint));
        }
    }

    /** The page as a picture, for an address of its own content. */
    public String getPicture() {
        open();
        byte[] png = previewing.page(contract, entry()).png();
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    public String record() {
        open();
        try {
            checking.recordPage(contract, seen, entry());
        } finally {
            page.forget();
            seen = page.getDetails().version();
        }
        saying.done("contract.done.record");
        return "/contract/view?faces-redirect=true&tab=page&id=" + contract;
    }

    private SignaturePage.Entry entry() {
        return new SignaturePage.Entry(
                values.get("company"),
                values.get("address"),
                values.get("person"),
                values.get("position"),
                values.get("place"),
                values.get("date"));
    }
}
