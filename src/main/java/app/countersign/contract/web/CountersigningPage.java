package app.countersign.contract.web;

import app.countersign.contract.Countersigning;
import app.countersign.kernel.Ids;
import app.countersign.kernel.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;

/** {@code /contract/countersigning?run=}: how far several countersignatures have come. */
@Named
@RequestScoped
public class CountersigningPage {

    /** A contract that could not be signed, and why. */
    public record Failure(String number, String href, String reason) {}

    @Inject
    private Countersigning countersigning;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private Countersigning.Progress progress;

    public Countersigning.Progress getProgress() {
        if (progress == null) {
            progress = countersigning.progress(Ids.read(request.getParameter("run"), "contract.refusal.unknown-run"));
        }
        return progress;
    }

    public boolean isFinished() {
        return getProgress().isFinished();
    }

    public List<Failure> getFailures() {
        return getProgress().failures().stream()
                .map(f -> new Failure(
                        f.number(),
                        "/contract/view?id=" + f.contractId(),
                        f.reason().in(words.texts().language())))
                .toList();
    }

    /** Tries those again that could not be signed. */
    public String retry() {
        UUID id = getProgress().id();
        countersigning.retry(id);
        return "/contract/countersigning?faces-redirect=true&run=" + id;
    }
}
