package app.countersign.contract;

import app.countersign.access.Roles;
import app.countersign.document.Form;
import app.countersign.document.Metadata;
import app.countersign.document.Pages;
import app.countersign.kernel.Refused;
import app.countersign.mail.Mail;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import app.countersign.terms.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What people look at before they act: the page as it will read, the mail as it will go, the day that a notice yields. */
@Stateless
public class Previewing {

    private static final int DPI = 96;

    @Inject
    private OwnContracts own;

    @Inject
    private OwnTemplates templates;

    @Inject
    private Organisations organisations;

    @Inject
    private Papers papers;

    @Inject
    private Forms forms;

    @Inject
    private Correspondence correspondence;

    @Inject
    private Clock clock;

    /**
     * A page as a picture.
     *
     * @param number from 1
     * @param png about 800 by 1100 pixels
     */
    public record Picture(int number, byte[] png) {}

    /** A mail as it will be sent. */
    public record Letter(String to, String subject, String text) {}

    /** The page with the controller's block, filled with what is being typed as far as it can be printed. */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public Picture page(UUID id, SignaturePage.Entry entry) {
        Contract contract = own.require(id);
        Template template = papers.template(contract);
        Locale language = template.wordsLanguage(contract.language());
        Form form = papers.form(contract);
        Map<String, String> values = new LinkedHashMap<>(Filling.issued(contract, language));
        entry.byField().forEach((field, typed) -> values.put(PageRules.PREFIX + field, shown(field, typed, language)));
        values.entrySet()
                .removeIf(
                        value -> form.refusal(value.getKey(), value.getValue()).isPresent());
        byte[] pdf = form.issued(values, Filling.fixed(template), metadata(template, language));
        int number = pageOf(form);
        return new Picture(number, Pages.png(pdf, number, DPI));
    }

    /** The mail that a refusal with that reason will send. */
    @RolesAllowed(Roles.LEGAL)
    public Letter refusal(UUID id, String reason) {
        Contract contract = own.require(id);
        UnsignedPlan plan = new UnsignedPlan(
                papers.template(contract).unsigned(), contract.processor().zone());
        Mail mail = correspondence.refusal(contract, Contract.REASON.clean(reason), plan.expires(clock.instant()));
        return new Letter(mail.to().value(), mail.subject(), mail.text());
    }

    /**
     * On which day that would end the contract, and by which clause.
     *
     * @throws Refused if it can't be ended so
     */
    @RolesAllowed(Roles.LEGAL)
    public PlannedEnd end(UUID id, EndDeclaration said) {
        Contract contract = own.require(id);
        LocalDate today = LocalDate.now(clock.withZone(contract.processor().zone()));
        return new EndRules(contract, papers.template(contract), today).plan(said);
    }

    /** The document of a template version before anything is filled in, as a PDF. */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public byte[] specimen(UUID versionId, Locale wanted) {
        Template template = templates.template(versionId);
        Locale language = template.wordsLanguage(wanted);
        Optional<Organisation> processor = organisations.byCode(template.processor());
        Map<String, String> values = new LinkedHashMap<>();
        processor.ifPresent(o -> {
            values.put("processor.company", o.name());
            values.put("processor.address", o.address());
        });
        Form form =
                forms.of(template, language, processor.map(Organisation::name).orElse(""));
        return form.issued(values, Filling.fixed(template), metadata(template, language));
    }

    /** The page on which the controller signs, from 1. */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public int signaturePage(UUID id) {
        return pageOf(papers.form(own.require(id)));
    }

    private static int pageOf(Form form) {
        return form.placements().stream()
                .filter(place -> place.field().startsWith(PageRules.PREFIX))
                .findFirst()
                .map(place -> place.page())
                .orElse(1);
    }

    /** A day stands there as the document writes it, once it can be read. */
    private static String shown(String field, String typed, Locale language) {
        String text = typed == null ? "" : typed;
        if (!field.equals("date") || text.isBlank()) {
            return text;
        }
        try {
            return WrittenDate.write(WrittenDate.read(text, language), language);
        } catch (Refused unreadable) {
            return text;
        }
    }

    private Metadata metadata(Template template, Locale language) {
        return new Metadata(template.title(language), "", "", template.hash(), language, clock.instant());
    }
}
