package app.countersign.contract;

import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import app.countersign.party.Parties;
import app.countersign.terms.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/** Makes the draft from which a contract begins: numbered, between two parties, of one template version. */
@ApplicationScoped
class Drafting {

    static final PlainText PERSON = PlainText.line(200);

    @Inject
    private Contracts contracts;

    @Inject
    private TemplateVersions versions;

    @Inject
    private Organisations organisations;

    @Inject
    private Parties parties;

    @Inject
    private Clock clock;

    /**
     * @throws Invalid with complaints for {@code language}, {@code controller}, {@code email}, {@code contactName} or
     *     {@code mainContractSignedOn}
     */
    Contract draft(NewContract wanted, TemplateVersion version) {
        Template template = versions.template(version);
        Organisation processor = processor(template);
        EmailAddress email = EmailAddress.require("email", wanted.email());
        Contract.Parties both = new Contract.Parties(
                processor, controller(wanted, processor), PERSON.optional("contactName", wanted.contactName()), email);
        Instant now = clock.instant();
        int year = now.atZone(processor.zone()).getYear();
        Contract contract = new Contract(
                contracts.nextNumber(template.prefix(), year),
                both,
                version,
                language(wanted, template, both.controller().language()),
                now);
        wanted.mainContractSignedOn()
                .ifPresent(day -> contract.recordMainContract(day, template.conclusion(), today(processor)));
        contracts.add(contract);
        organisations.knownTo(both.controller(), processor);
        return contract;
    }

    /** @throws Refused if the organisation that the template names is not entered yet */
    Organisation processor(Template template) {
        return organisations
                .byCode(template.processor())
                .orElseThrow(() -> Refused.because("contract.refusal.no-processor", template.processor()));
    }

    private Organisation controller(NewContract wanted, Organisation processor) {
        if (wanted.controllerId().isPresent()) {
            return parties.organisation(wanted.controllerId().get());
        }
        return wanted.controller()
                .map(details -> parties.registerOnce(details, processor))
                .orElseThrow(() -> Invalid.field("controller", Reason.of("kernel.text.missing")));
    }

    /**
     * The language of the document and of the mails.
     *
     * @param controllers where nothing is asked for
     */
    static Locale language(NewContract wanted, Template template, Locale controllers) {
        if (wanted.language().isPresent()) {
            Locale asked = Locale.forLanguageTag(wanted.language().get());
            return template.languages().stream()
                    .filter(l -> l.getLanguage().equals(asked.getLanguage()))
                    .findFirst()
                    .orElseThrow(() -> Invalid.field("language", Reason.of("contract.complaint.language")));
        }
        return template.wordsLanguage(controllers);
    }

    LocalDate today(Organisation processor) {
        return LocalDate.now(clock.withZone(processor.zone()));
    }
}
