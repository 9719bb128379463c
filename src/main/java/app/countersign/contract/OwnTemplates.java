package app.countersign.contract;

import app.countersign.access.CallersRemit;
import app.countersign.kernel.NotFound;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import app.countersign.terms.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The templates as the caller may know of them: those of other processors are not there. */
@ApplicationScoped
class OwnTemplates {

    @Inject
    private TemplateVersions versions;

    @Inject
    private Organisations organisations;

    @Inject
    private CallersRemit remit;

    /** The versions that new contracts are made with, by code. */
    List<TemplateVersion> current() {
        return versions.current().stream().filter(this::isOwn).toList();
    }

    Optional<TemplateVersion> current(String code) {
        return versions.current(code).filter(this::isOwn);
    }

    /** All versions of a template, the oldest first. */
    List<TemplateVersion> of(String code) {
        return versions.of(code).stream().filter(this::isOwn).toList();
    }

    /** Words and terms of a version.
     *
     * @throws NotFound if there is none, or none for the caller */
    Template template(UUID versionId) {
        Template template = versions.template(versionId);
        if (!remit.get().everyProcessor()) {
            remit.require(processor(template), "template-version", versionId, "contract.refusal.unknown-version");
        }
        return template;
    }

    /** All versions of all templates, the newest of each first. */
    List<TemplateVersion> all() {
        return versions.all().stream()
                .filter(this::isOwn)
                .sorted(Comparator.comparing(TemplateVersion::code)
                        .thenComparing(TemplateVersion::revision, Comparator.reverseOrder()))
                .toList();
    }

    private boolean isOwn(TemplateVersion version) {
        return remit.get().everyProcessor() || remit.covers(processor(versions.template(version)));
    }

    /** Null as long as the processor that a template names is not entered. */
    private UUID processor(Template template) {
        return organisations.byCode(template.processor()).map(Organisation::id).orElse(null);
    }
}
