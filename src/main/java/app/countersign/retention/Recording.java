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
        Locale language = clauses.template(rule.clause())
                .map(Template::languages)
                .map(languages -> languages.get(0))
                .orElse(processor.language());
        Instant now = clock.instant();
        List<Batch> done = runs.batches(runId).stream()
                .filter(batch -> batch.state() == BatchState.DONE)
                .toList();
        ProtocolPaper paper = new ProtocolPaper(
                new Protocol(
                        run,
                        rule,
                        store,
                        processor,
                        clauses.label(rule.clause(), language),
                        done,
                        holds.in(store, now).size(),
                        now),
                language);
        byte[] json = paper.json().toString().getBytes(StandardCharsets.UTF_8);
        byte[] pdf = sealed(paper.pdf(json), processor, language);
        ledger.recorded(
                runId,
                files.store(json, "application/json").sha256(),
                files.store(pdf, "application/pdf").sha256());
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
