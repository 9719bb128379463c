package app.countersign.breach.web;

import app.countersign.breach.Reporting;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;

/** What becomes of a suspicion: a breach, of which we are aware since then, or none. */
@Named
@RequestScoped
public class BreachActs {

    @Inject
    private BreachPage page;

    @Inject
    private Reporting reporting;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private String zone;
    private TypedMoment awareAt;
    private TypedMoment occurredAt;
    private String why;
    private String reason;

    @PostConstruct
    void open() {
        zone = page.getBreach().zone().getId();
        awareAt = new TypedMoment("awareAt", request.getParameter("awareAt-which"));
        occurredAt = new TypedMoment("occurredAt", request.getParameter("occurredAt-which"));
    }

    public String becomeAware() {
        ZoneId in = BreachReportPage.zoneOf(zone);
        String aware = awareAt.read(in, words.texts().language());
        String occurred = occurredAt.read(in, words.texts().language());
        try {
            reporting.becomeAware(page.getId(), aware, occurred, why);
        } catch (Refused e) {
            throw beside(e);
        } finally {
            page.forget();
        }
        saying.done(
                "breach.done.aware",
                page.getBreach().number(),
                page.getStanding().all());
        return page.back("clocks");
    }

    private static Refused beside(Refused refused) {
        return refused.reason().key().equals("deadline.refusal.reason-needed")
                ? Invalid.field("why", refused.reason())
                : BreachReportPage.beside(refused);
    }

    public String dismiss() {
        if (reason == null) {
            throw Invalid.field("reason", Reason.of("breach.refusal.needs-reason"));
        }
        try {
            reporting.dismiss(page.getId(), reason);
        } finally {
            page.forget();
        }
        saying.done("breach.done.dismissed", page.getBreach().number());
        return page.back("clocks");
    }

    public List<String> getZones() {
        return Zones.ALL;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public TypedMoment getAwareAt() {
        return awareAt;
    }

    public TypedMoment getOccurredAt() {
        return occurredAt;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
