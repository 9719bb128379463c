package app.countersign.backup;

import app.countersign.kernel.KnowsItself;
import app.countersign.kernel.OwnFact;
import app.countersign.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When everything was last saved, and when that was last proven by restoring it. */
@ApplicationScoped
class BackupFacts implements KnowsItself {

    @Inject
    private Runs runs;

    @Inject
    private Settings settings;

    @Override
    public List<OwnFact> facts() {
        List<OwnFact> facts = new ArrayList<>();
        runs.lastWritten().ifPresent(run -> facts.add(fact("last-backup", run.writtenAt(), run)));
        runs.last(RunState.VERIFIED).ifPresent(run -> facts.add(fact("last-restore", run.finishedAt(), run)));
        return facts;
    }

    private OwnFact fact(String name, Optional<Instant> at, Run run) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("file", run.fileName().orElse(""));
        values.put("bytes", run.fileSize());
        values.put("rows", run.rowsTotal());
        values.put("files", run.files());
        values.put("every", settings.backup().every().toString());
        values.put("keep", settings.backup().keep().toString());
        return OwnFact.of(name, at.orElseThrow(), values, "full-backup", "daily-backup", "backup")
                .seenByThoseOfAll();
    }
}
