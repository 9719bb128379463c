package app.countersign.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ChainingTest {

    private static final UUID INSTALLATION = new UUID(4711, 0);

    private final KeyPair key = pair();

    /** What the steps to come do. */
    private final Deque<Supplier<ChainStep.Done>> steps = new ArrayDeque<>();

    private final Chaining chaining = new Chaining(new ChainStep() {
        @Override
        Done run() {
            return steps.remove().get();
        }
    });

    @Test
    void goesOnUntilNothingIsLeft() {
        steps.add(() -> done(ChainStep.CAP, 1000));
        steps.add(() -> done(ChainStep.CAP, 2000));
        steps.add(() -> done(7, 2007));

        assertThat(chaining.now()).map(Head::position).contains(2007L);
        assertThat(steps).isEmpty();
    }

    /** The job and one who asks for the head take turns: who went first may look at what they did last. */
    @Test
    void anEndThatAnotherThreadHasPassedMeanwhileHasNotGoneBack() {
        steps.add(() -> {
            chaining.once();
            return done(1000, 1000);
        });
        steps.add(() -> done(1000, 2000));

        assertThat(chaining.once()).isEqualTo(1000);
        assertThat(chaining.seen()).map(Head::position).contains(2000L);
    }

    @Test
    void anEndBehindTheOneThatWasSeenBeforeIsRefusedEachTime() {
        steps.add(() -> done(3, 10));
        steps.add(() -> done(0, 9));
        steps.add(() -> done(0, 9));
        chaining.once();

        assertThatThrownBy(chaining::once).hasMessage("it has gone back");
        assertThatThrownBy(chaining::once).hasMessage("it has gone back");
        assertThat(chaining.seen()).map(Head::position).contains(10L);
    }

    @Test
    void anEndThatIsGoneOrOfAnotherInstallationIsRefused() {
        steps.add(() -> done(3, 10));
        steps.add(() -> new ChainStep.Done(0, Optional.empty()));
        steps.add(() -> new ChainStep.Done(0, Optional.of(head(new UUID(4712, 0), 11))));
        chaining.once();

        assertThatThrownBy(chaining::once).hasMessage("it is gone");
        assertThatThrownBy(chaining::once).hasMessage("it has gone back");
    }

    private ChainStep.Done done(int rows, long position) {
        return new ChainStep.Done(rows, Optional.of(head(INSTALLATION, position)));
    }

    private Head head(UUID installation, long position) {
        return Head.signed(
                installation,
                position,
                new byte[32],
                Instant.parse("2026-11-28T23:00:00Z"),
                key.getPublic().getEncoded(),
                this::signature);
    }

    private byte[] signature(byte[] content) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key.getPrivate());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
