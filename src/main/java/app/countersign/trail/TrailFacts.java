package app.countersign.trail;

import app.countersign.kernel.KnowsItself;
import app.countersign.kernel.OwnFact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** When the trail was last verified, and with what result. */
@ApplicationScoped
class TrailFacts implements KnowsItself {

    @Inject
    private Verifications verifications;

    @Override
    public List<OwnFact> facts() {
        return verifications.lastFinished().stream()
                .map(done -> OwnFact.of(
                                "trail-verified",
                                done.finishedAt().orElseThrow(),
                                Map.of("rows", done.rows(), "flaws", done.flaws(), "whole", done.isWhole()),
                                "change-log")
                        .seenByThoseOfAll())
                .toList();
    }
}
