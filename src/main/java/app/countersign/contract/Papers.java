package app.countersign.contract;

import app.countersign.document.Attachment;
import app.countersign.document.Form;
import app.countersign.document.Metadata;
import app.countersign.document.SealNote;
import app.countersign.document.SignatureMark;
import app.countersign.document.StoredFiles;
import app.countersign.kernel.Texts;
import app.countersign.terms.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes a contract's documents, and keeps them. */
@ApplicationScoped
class Papers {

    /** In bytes: a larger file would make a document that no mail takes. It is kept here all the same. */
    private static final long LARGEST_ATTACHED = 12L * 1024 * 1024;

    @Inject
    private Contracts contracts;

    @Inject
    private SignedReturns returns;

    @Inject
    private TemplateVersions versions;

    @Inject
    private Forms forms;

    @Inject
    private Seals seals;

    @Inject
    private StoredFiles files;

    @Inject
    private Clock clock;

    Form form(Contract contract) {
        return forms.of(
                template(contract), contract.language(), contract.processor().name());
    }

    Template template(Contract contract) {
        return versions.template(contract.template());
    }

    /** The document as it goes out, fillable. */
    ContractDocument issue(Contract contract) {
        Template template = template(contract);
        Locale language = template.wordsLanguage(contract.language());
        byte[] pdf = form(contract)
                .issued(
                        Filling.issued(contract, language),
                        Filling.fixed(template),
                        metadata(contract, template),
                        Optional.of(contract.number()));
        return keep(contract, DocumentKind.ISSUED, pdf);
    }

    /**
     * The document with both signatures, sealed. Where the controller signed a file by cryptography, ours is added to that
     * very file, so that both stand in one; else our own form is filled, with the contract's data inside and whatever came
     * back attached.
     */
    ContractDocument countersign(Contract contract) {
        byte[] pdf = continued(contract).orElseGet(() -> completed(contract));
        return keep(contract, DocumentKind.COUNTERSIGNED, seals.seal(pdf, contract.processor(), note(contract)));
    }

    private Optional<byte[]> continued(Contract contract) {
        Locale language = template(contract).wordsLanguage(contract.language());
        Map<String, String> ours = new LinkedHashMap<>(Filling.completed(contract, language));
        ours.keySet().removeIf(field -> field.startsWith(PageRules.PREFIX) || field.equals("contract.number"));
        return returns.toContinue(contract).flatMap(signed -> form(contract).continued(signed, ours));
    }

    private byte[] completed(Contract contract) {
        Template template = template(contract);
        Locale language = template.wordsLanguage(contract.language());
        List<Attachment> attached = new ArrayList<>(data(contract, template));
        returns.taken(contract)
                .filter(file -> file.size() <= LARGEST_ATTACHED)
                .ifPresent(file -> attached.add(returned(contract, file)));
        return form(contract)
                .completed(
                        Filling.completed(contract, language),
                        marks(contract, language),
                        attached,
                        metadata(contract, template));
    }

    private Attachment returned(Contract contract, ReturnedFile file) {
        return new Attachment(
                contract.number() + "-returned.pdf",
                "application/pdf",
                Attachment.Relationship.SOURCE,
                text(contract.language(), "contract.data.returned", contract.number()),
                files.read(file.sha256()));
    }

    private ContractDocument keep(Contract contract, DocumentKind kind, byte[] pdf) {
        ContractDocument document =
                new ContractDocument(contract, kind, files.store(pdf, "application/pdf"), clock.instant());
        contracts.add(document);
        return document;
    }

    private List<Attachment> data(Contract contract, Template template) {
        byte[] json = ContractData.json(contract, template, contracts.evidence(contract.id()));
        return List.of(
                new Attachment(
                        ContractData.NAME,
                        ContractData.MEDIA_TYPE,
                        Attachment.Relationship.DATA,
                        text(contract.language(), "contract.data.title", contract.number()),
                        json),
                new Attachment(
                        ContractData.SCHEMA_NAME,
                        "application/schema+json",
                        Attachment.Relationship.SCHEMA,
                        text(contract.language(), "contract.data.schema"),
                        ContractData.schema()));
    }

    private Map<String, SignatureMark> marks(Contract contract, Locale language) {
        Map<String, SignatureMark> marks = new LinkedHashMap<>();
        contracts
                .evidence(contract.id())
                .ifPresent(evidence -> marks.put("controller.signature", mark(contract, evidence, language)));
        contract.processorSignature()
                .ifPresent(signature -> marks.put(
                        "processor.signature",
                        SignatureMark.typed(signature.person(), processorLines(contract, language))));
        return marks;
    }

    /** When it was countersigned; and, with a key that anybody can make, that this is a demonstration. */
    private List<String> processorLines(Contract contract, Locale language) {
        List<String> lines = new ArrayList<>();
        lines.add(text(language, "contract.mark.processor", moment(contract, clock.instant(), language)));
        if (seals.key(contract.processor()).isDemonstration()) {
            lines.add(text(language, "contract.mark.demonstration"));
        }
        return lines;
    }

    private SignatureMark mark(Contract contract, SignatureEvidence evidence, Locale language) {
        String when = moment(contract, evidence.signedAt(), language);
        return switch (evidence.how()) {
            case DRAWN ->
                SignatureMark.drawn(
                        files.read(evidence.image().orElseThrow()), List.of(byLink(evidence, when, language)));
            case TYPED ->
                SignatureMark.typed(
                        evidence.text().orElse(evidence.person()), List.of(byLink(evidence, when, language)));
            case SENT_BACK ->
                SignatureMark.typed(
                        text(language, "contract.mark.signed-on-paper", evidence.person()),
                        List.of(text(language, "contract.mark.sent-back", when)));
            case ON_PAPER ->
                SignatureMark.typed(
                        text(language, "contract.mark.signed-on-paper", evidence.person()),
                        List.of(text(language, "contract.mark.entered", when)));
        };
    }

    private static String byLink(SignatureEvidence evidence, String when, Locale language) {
        return text(
                language,
                "contract.mark.controller",
                when,
                evidence.provenEmail().orElse(""));
    }

    private static String moment(Contract contract, Instant at, Locale language) {
        ZoneId zone = contract.processor().zone();
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language.getLanguage().equals("en") ? Locale.UK : language)
                .format(at.atZone(zone));
    }

    private static String text(Locale language, String key, Object... args) {
        return Texts.of(language).text(key, args);
    }

    private SealNote note(Contract contract) {
        return new SealNote(
                contract.processor().name(),
                text(contract.language(), "contract.mark.reason", contract.number()),
                contract.processorSignature().map(ProcessorSignature::place).orElse(null));
    }

    private Metadata metadata(Contract contract, Template template) {
        Locale language = template.wordsLanguage(contract.language());
        return new Metadata(
                template.title(language) + " " + contract.number(),
                contract.processor().name(),
                contract.controller().name(),
                contract.id() + " " + template.hash(),
                language,
                clock.instant());
    }
}
