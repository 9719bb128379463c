package app.countersign.accesslog;

import app.countersign.accesslog.LogPromises.Promise;
import app.countersign.contract.TemplateVersions;
import app.countersign.terms.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The promises about this log that stand now. */
@ApplicationScoped
class LogTerms {

    @Inject
    private TemplateVersions versions;

    Optional<Promise> kept() {
        return LogPromises.kept(templates());
    }

    Optional<Promise> reviewed() {
        return LogPromises.reviewed(templates());
    }

    private List<Template> templates() {
        return versions.promising().stream().map(versions::template).toList();
    }
}
