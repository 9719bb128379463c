package app.countersign.export;

import app.countersign.contract.Contract;
import app.countersign.contract.ContractDocument;
import app.countersign.contract.ContractHoldings;
import app.countersign.contract.DocumentKind;
import app.countersign.contract.TakenIn;
import app.countersign.document.StoredFiles;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Settings;
import app.countersign.measure.Evidence;
import app.countersign.measure.Light;
import app.countersign.measure.Measure;
import app.countersign.measure.MeasureHoldings;
import app.countersign.measure.MeasureVersion;
import app.countersign.measure.Proof;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import app.countersign.subprocessor.Engagements;
import app.countersign.trail.Excerpt;
import app.countersign.trail.Head;
import app.countersign.vault.Signing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Builds an archive, entry by entry and from the beginning: one that died with its instance is begun again. Evidence is
 * read page by page and files chunk by chunk, so that the largest archive needs no more memory than a small one.
 */
@ApplicationScoped
class Building {

    private static final Logger LOG = Logger.getLogger(Building.class.getName());
    private static final int PAGE = 500;
    private static final String NOTHING = "00000000-0000-0000-0000-000000000000";

    /** Of the trail: what happens to these. */
    private static final Set<String> KINDS =
            Set.of("measure", "evidence", "probe", "sub-processor", "sub-processor-change");

    private static final Set<String> KINDS_OF_MEASURES = Set.of("measure", "evidence", "probe");

    /** What lies beside the data, from the class path. */
    private static final List<String> BESIDE = List.of("README.txt", "LIESMICH.txt", "Verify.java");

    @Inject
    private Ledger ledger;

    @Inject
    private MeasureHoldings measures;

    @Inject
    private Engagements engagements;

    @Inject
    private Organisations organisations;

    @Inject
    private ContractHoldings contracts;

    @Inject
    private StoredFiles files;

    @Inject
    private Excerpt excerpt;

    @Inject
    private Signing signing;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Builds the next, if there is one; whatever goes wrong is written to it.
     *
     * @return whether there was one */
    boolean next() {
        Optional<EvidenceExport> begun = ledger.begin();
        begun.ifPresent(this::build);
        return begun.isPresent();
    }

    private void build(EvidenceExport export) {
        Shelf shelf = new Shelf(settings.export().dir());
        try {
            Sight sight = ledger.sight(export).orElseThrow(() -> Refused.because("export.problem.account-ended"));
            sight.refuses(export, clock.instant()).ifPresent(why -> {
                throw new Refused(why);
            });
            Dossier dossier = dossier(export, sight);
            long[] amount = measures.amount(
                    dossier.entries().stream()
                            .map(entry -> entry.measure().id())
                            .toList(),
                    export.from(),
                    export.to(),
                    export.askedAt());
            shelf.requireRoom(amount[1]);
            Progress progress = new Progress(ledger, export.id(), amount[0], amount[1]);
            Built built = shelf.write(export.id(), channel -> write(dossier, channel, progress));
            if (!ledger.ready(export.id(), built)) {
                shelf.remove(export.id());
            }
        } catch (Stopped e) {
            // Cancelled: whoever did so has written it already.
            ledger.fail(export.id(), e.reason());
        } catch (NotFound e) {
            ledger.fail(export.id(), Reason.of("export.problem.damaged"));
        } catch (Refused e) {
            ledger.fail(export.id(), e.reason());
        } catch (RuntimeException e) {
            // A fault of ours would otherwise be met again every second.
            String kind = e.getClass().getSimpleName();
            LOG.log(Level.WARNING, "an archive of evidence could not be built", e);
            ledger.fail(export.id(), Reason.of("export.problem.error", kind));
        }
    }

    /** It must not go on. */
    static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Reason reason;

        Stopped(Reason reason) {
            super(reason.key());
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }

    private Dossier dossier(EvidenceExport export, Sight sight) {
        List<Organisation> processors = organisations.processors().stream()
                .filter(one -> export.processors().contains(one.id()))
                .toList();
        Map<UUID, Organisation> byId =
                processors.stream().collect(Collectors.toMap(Organisation::id, Function.identity()));
        List<Dossier.Entry> entries = new ArrayList<>();
        for (Measure measure : measures.of(export.processors(), export.template(), export.from(), export.to())) {
            if (export.measures().isEmpty() || export.measures().contains(measure.id())) {
                entries.add(entry(export, measure, byId.get(measure.processor())));
            }
        }
        return new Dossier(
                export,
                sight,
                processors,
                export.contract().map(this::contract),
                entries,
                sight.seesRegister()
                        ? engagements.during(export.processors(), export.first(), export.last())
                        : List.of(),
                (measure, items) -> each(export, measure, items));
    }

    private Dossier.Entry entry(EvidenceExport export, Measure measure, Organisation processor) {
        List<MeasureVersion> versions = measures.versions(measure, export.askedAt());
        return new Dossier.Entry(
                measure,
                processor,
                measures.owner(measure),
                Dossier.inForce(versions, export.to()),
                measures.standing(measure, export.to(), export.askedAt()),
                Dossier.during(versions, export.from(), export.to()),
                measures.reviews(measure, export.from(), export.to()));
    }

    private Dossier.ContractLine contract(UUID id) {
        Contract contract = contracts.require(id);
        return new Dossier.ContractLine(
                id,
                contract.number(),
                contract.controller().name(),
                contract.effectiveOn().map(Object::toString).orElse(""),
                contract.template().code(),
                contract.takenIn().map(from -> elsewhere(contract, from)));
    }

    private Dossier.Elsewhere elsewhere(Contract contract, TakenIn from) {
        Organisation processor = contract.processor();
        MeasureHoldings.Recorded recorded = measures.recorded(
                processor.id(),
                contract.template().code(),
                from.concludedOn().plusDays(1).atStartOfDay(processor.zone()).toInstant());
        return new Dossier.Elsewhere(
                from,
                contracts.documents(contract).stream()
                        .filter(document -> document.kind() == DocumentKind.CONCLUDED)
                        .findFirst()
                        .map(ContractDocument::sha256)
                        .orElse(""),
                recorded.known(),
                recorded.since());
    }

    private void each(EvidenceExport export, Measure measure, Dossier.Items items) throws IOException {
        Optional<Proof> last = Optional.empty();
        do {
            MeasureHoldings.Page page =
                    measures.evidence(measure.id(), export.from(), export.to(), export.askedAt(), last, PAGE);
            for (MeasureHoldings.Item item : page.items()) {
                items.take(new Dossier.Item(item.evidence(), item.until(), item.isWithdrawn(export.askedAt())));
            }
            last = page.last();
        } while (last.isPresent());
    }

    private Built write(Dossier dossier, FileChannel channel, Progress progress) throws IOException {
        Optional<Head> head = excerpt.head();
        try (Archive archive = new Archive(channel)) {
            beside(archive);
            progress.step("index");
            Booklet booklet = new Booklet(dossier);
            booklet(archive, dossier, booklet, progress);
            tables(archive, new Tables(dossier));
            archive.add("measures.xlsx", workbook(dossier));
            Oscal oscal = new Oscal(dossier);
            archive.add("oscal/component-definition.json", oscal::components);
            archive.add("oscal/assessment-results.json", oscal::results);
            progress.step("files");
            files(archive, dossier, progress);
            if (head.isPresent() && dossier.sight().seesTrail()) {
                progress.step("trail");
                trail(archive, dossier, booklet, head.get());
            }
            progress.step("sealing");
            byte[] key = signing.publicKey();
            archive.seal(
                    head.map(one -> one.installation().toString()).orElse(NOTHING),
                    dossier.export().id().toString(),
                    clock.instant().toString(),
                    key,
                    signing::sign);
            progress.tick(0, true);
            return new Built(
                    archive.size(),
                    HexFormat.of().formatHex(Verify.sha256().digest(key)),
                    (int) dossier.count(Light.PROVEN),
                    (int) dossier.count(Light.DUE),
                    (int) dossier.count(Light.UNPROVEN));
        }
    }

    private static void beside(Archive archive) throws IOException {
        for (String name : BESIDE) {
            try (InputStream content = Building.class.getResourceAsStream("/export/" + name)) {
                archive.add(name, content::transferTo);
            }
        }
    }

    private static void booklet(Archive archive, Dossier dossier, Booklet booklet, Progress progress)
            throws IOException {
        for (Dossier.Entry entry : dossier.entries()) {
            archive.add(entry.page(), out -> booklet.measure(entry, out));
            progress.tick(0, false);
        }
        archive.add("index.html", booklet::index);
        Report report = new Report(dossier);
        archive.add("report.pdf", report.onePage());
        archive.add("index.pdf", report.index());
        if (dossier.sight().seesRegister()) {
            archive.add("sub-processors.html", booklet::subProcessors);
        }
    }

    private static byte[] workbook(Dossier dossier) throws IOException {
        Tables tables = new Tables(dossier);
        Map<String, Tables.Table> sheets = new LinkedHashMap<>();
        sheets.put(dossier.texts().text("export.sheet.measures"), tables::measures);
        sheets.put(dossier.texts().text("export.sheet.versions"), tables::versions);
        sheets.put(dossier.texts().text("export.sheet.reviews"), tables::reviews);
        return Tables.xlsx(sheets, dossier.export().askedAt());
    }

    private static void tables(Archive archive, Tables tables) throws IOException {
        archive.add("data/measures.csv", out -> Tables.csv(tables::measures, out));
        archive.add("data/versions.csv", out -> Tables.csv(tables::versions, out));
        archive.add("data/reviews.csv", out -> Tables.csv(tables::reviews, out));
        archive.add("data/evidence.csv", out -> Tables.csv(tables::evidence, out));
        archive.add("data/sub-processors.csv", out -> Tables.csv(tables::subProcessors, out));
    }

    /** Each once, whatever number of measures it serves. */
    private void files(Archive archive, Dossier dossier, Progress progress) throws IOException {
        Set<String> there = new HashSet<>();
        for (Dossier.Entry entry : dossier.entries()) {
            dossier.each(entry, item -> {
                Evidence evidence = item.evidence();
                if (evidence.hasFile() && there.add(Dossier.path(evidence))) {
                    String sha256 = evidence.sha256().orElseThrow();
                    try (InputStream content = progress.counting(files.open(sha256))) {
                        archive.add(Dossier.path(evidence), evidence.size().orElse(0L), sha256, content);
                    }
                } else {
                    progress.skip(evidence.size().orElse(0L));
                }
                progress.item();
            });
        }
    }

    private void trail(Archive archive, Dossier dossier, Booklet booklet, Head head) throws IOException {
        EvidenceExport export = dossier.export();
        Excerpt.Part part = new Excerpt.Part(
                export.processors(),
                dossier.sight().seesRegister() ? KINDS : KINDS_OF_MEASURES,
                export.contract(),
                export.from(),
                export.to());
        long[] first = new long[1];
        archive.add(
                Verify.ROWS,
                out -> first[0] =
                        excerpt.rows(part, head, line -> out.write((line + "\n").getBytes(StandardCharsets.UTF_8))));
        archive.add(
                Verify.CHAIN,
                out -> excerpt.chain(
                        first[0], head, line -> out.write((line + "\n").getBytes(StandardCharsets.UTF_8))));
        archive.add("history.html", out -> booklet.trail(telling -> excerpt.told(part, head, telling), out));
        archive.add(Verify.HEAD, head.json().getBytes(StandardCharsets.UTF_8));
    }
}
