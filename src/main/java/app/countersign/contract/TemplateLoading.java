package app.countersign.contract;

import app.countersign.access.Roles;
import app.countersign.kernel.Settings;
import app.countersign.kernel.TemplatesFolder;
import app.countersign.terms.Flaw;
import app.countersign.terms.Template;
import app.countersign.terms.Templates;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks at the templates' folders on start. One with a mistake is left out and told of, with file and line; contracts
 * made with earlier versions go on.
 */
@Singleton
@Startup
@DependsOn("Schema")
@RunAs(Roles.SYSTEM)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class TemplateLoading {

    private static final Logger LOG = Logger.getLogger(TemplateLoading.class.getName());

    @Inject
    private Settings settings;

    @Inject
    private TemplateVersions versions;

    private volatile List<Flaw> flaws = List.of();

    @PostConstruct
    void load() {
        Templates found = Templates.read(TemplatesFolder.of(settings));
        flaws = found.flaws();
        flaws.forEach(flaw -> LOG.log(Level.WARNING, "template left out: {0}", flaw));
        found.templates().forEach(this::offer);
    }

    /** Whoever comes second of two instances finds the version there on looking again. */
    private void offer(Template template) {
        try {
            versions.offer(template);
        } catch (PersistenceException e) {
            versions.offer(template);
        } catch (RuntimeException e) {
            if (!(e.getCause() instanceof RollbackException)) {
                throw e;
            }
            versions.offer(template);
        }
    }

    /** Why folders were left out on the last start; empty if none was. */
    @PermitAll
    public List<Flaw> flaws() {
        return flaws;
    }
}
