package app.countersign.retention;

import app.countersign.contract.Seals;
import app.countersign.document.SealNote;
import app.countersign.document.StoredFiles;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Texts;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import app.countersign.terms.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes the protocol of a run that has ended, in the language of the contract that asks for it, sealed by the processor. */
@ApplicationScoped
class Recording {

    private static final Logger LOG = Logger.getLogger(Recording.class.getName());

    @Inject
    private Runs runs;

    @Inject
    private Rules rules;

    @Inject
    private Stores stores;

    @Inject
    private Holds holds;

    @Inject
    private Erasures erasures;

    @Inject
    private HandDeletions deletions;

    @Inject
    private Clauses clauses;

    @Inject
    private Organisations organisations;

    @Inject
    private Seals seals;

    @Inject
    private StoredFiles files;

    @Inject
    private Ledger ledger;

    @Inject
    private Clock clock;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void record(UUID runId) {
        Run run = runs.byId(runId).orElseThrow();
        Rule rule = rules.byId(run.ruleId()).orElseThrow();
        Store store = stores.byId(run.storeId()).orElseThrow();
        Organisation processor = organisations.byId(run.processorId()).orElseThrow();
        Locale language = language(rule.clause(), processor);
        Instant now = clock.instant();
        ProtocolPaper paper = new ProtocolPaper(
                new Protocol(
                        run,
                        rule,
                        store,
                        processor,
                        clauses.label(rule.clause(), language),
                        done(run, run.done() <= ProtocolPaper.LISTED),
                        holds.in(store, rule.details(), now).size(),
                        now),
                language);
        byte[] json = paper.json().toString().getBytes(StandardCharsets.UTF_8);
        byte[] pdf = sealed(paper.pdf(json), processor, language);
        ledger.recorded(
                runId,
                files.store(json, "application/json").sha256(),
                files.store(pdf, "application/pdf").sha256());
    }

    /** The contract's own, or that of the processor. */
    private Locale language(String clause, Organisation processor) {
        return clauses.template(clause)
                .map(Template::languages)
                .map(languages -> languages.get(0))
                .orElse(processor.language());
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void recordErasure(UUID id) {
        Erasure erasure = erasures.byId(id).orElseThrow();
        Organisation processor = organisations.byId(erasure.processorId()).orElseThrow();
        Locale language = language(erasure.clause(), processor);
        List<ErasureProtocol.Part> parts = runs.ofErasure(id).stream()
                .map(run -> new ErasureProtocol.Part(
                        run,
                        rules.byId(run.ruleId()).orElseThrow(),
                        stores.byId(run.storeId()).orElseThrow(),
                        done(run, true)))
                .toList();
        ErasurePaper paper = new ErasurePaper(
                new ErasureProtocol(
                        erasure,
                        processor,
                        erasure.controller().flatMap(organisations::byId),
                        clauses.label(erasure.clause(), language),
                        parts,
                        deletions.ofErasure(id),
                        rules.blindTo(processor.id()),
                        clock.instant()),
                language);
        byte[] json = paper.json().toString().getBytes(StandardCharsets.UTF_8);
        byte[] pdf = sealed(paper.pdf(json), processor, language);
        ledger.erasureRecorded(
                id,
                files.store(json, "application/json").sha256(),
                files.store(pdf, "application/pdf").sha256());
    }

    /** Of a large run each batch's hashes are read and let go of. */
    private List<BatchLine> done(Run run, boolean listed) {
        List<BatchLine> lines = new ArrayList<>();
        runs.eachDone(run.id(), batch -> lines.add(BatchLine.of(batch, listed)));
        return lines;
    }

    /** Without a key it stays as it is: its hash stands in the trail all the same. */
    private byte[] sealed(byte[] pdf, Organisation processor, Locale language) {
        try {
            String reason = Texts.of(language).text("retention.protocol.reason");
            return seals.seal(pdf, processor, new SealNote(processor.name(), reason, null));
        } catch (Refused e) {
            LOG.log(
                    Level.WARNING,
                    "a deletion protocol could not be sealed: {0}",
                    e.reason().key());
            return pdf;
        }
    }
}
