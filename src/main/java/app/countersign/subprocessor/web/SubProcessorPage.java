package app.countersign.subprocessor.web;

import app.countersign.kernel.NotFound;
import app.countersign.subprocessor.RegisterRecords;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** {@code /sub-processor/view?id=}: one sub-processor, its chain, and what contracts and law say of its places. */
@Named
@RequestScoped
public class SubProcessorPage {

    @Inject
    private RegisterRecords records;

    @Inject
    private HttpServletRequest request;

    private RegisterRecords.Details details;

    public RegisterRecords.Details getDetails() {
        if (details == null) {
            details = records.details(SubProcessorWords.id(request.getParameter("id"))
                    .orElseThrow(() -> NotFound.because("subprocessor.refusal.unknown")));
        }
        return details;
    }
}
