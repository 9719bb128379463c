package app.countersign.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneByOneTest {

    @Test
    void oneThatFailsKeepsNoneOfTheOthersUndone() {
        List<String> worked = new ArrayList<>();

        int done = OneByOne.each(List.of("first", "endless", "last"), piece -> piece, piece -> {
            if (piece.equals("endless")) {
                throw new ArithmeticException("long overflow");
            }
            worked.add(piece);
            return 2;
        });

        assertThat(worked).containsExactly("first", "last");
        assertThat(done).isEqualTo(4);
    }
}
