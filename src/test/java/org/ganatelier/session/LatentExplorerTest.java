package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.data.Images;
import org.ganatelier.data.Samples;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.train.GeneratorInput;
import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Consumer;

class LatentExplorerTest {
    private static final int SIZE = 4;
    private static final Shape.Image ONE_PIXEL = new Shape.Image(1, 1, 1);

    /** Preview image i has the noise (i + 1, 0, 0, 0), i even, or (0, i + 1, 0, 0), i odd. */
    private static final float[] PREVIEW = preview(8);

    private record Request(float[] noise, Consumer<Samples> answer) {
        int images() {
            return noise.length / SIZE;
        }

        float[] point(int image) {
            return Arrays.copyOfRange(noise, image * SIZE, (image + 1) * SIZE);
        }

        void answerWith(int firstPixel) {
            var pixels = new byte[images()];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (byte) (firstPixel + i);
            }
            answer.accept(new Images(pixels.length, ONE_PIXEL, pixels));
        }
    }

    private final List<Request> requests = new ArrayList<>();
    private final LatentExplorer walk =
            new LatentExplorer(new Workers(Runnable::run, Runnable::run), new Random(3));

    @Test
    void beforeARunThereIsNothingToShowAndNothingIsAsked() {
        walk.repaint();
        walk.randomise();
        walk.walkTo(0.5);

        assertThat(walk.readyProperty().get()).isFalse();
        assertThat(walk.zProperty().get()).isEmpty();
        assertThat(walk.imageProperty().get()).isEmpty();
    }

    @Test
    void aRunBringsARandomPointAndItsImage() {
        follow();

        assertThat(walk.readyProperty().get()).isTrue();
        assertThat(walk.zProperty().get()).hasSize(SIZE).doesNotContain(0);
        assertThat(newest().noise()).isEqualTo(walk.zProperty().get());
        newest().answerWith(9);
        assertThat(walk.imageProperty().get().orElseThrow().pixels()).containsExactly(9);
    }

    @Test
    void everyChangeOfAValueAsksForItsImageAtOnce() {
        follow();
        walk.setValue(2, 1.5);

        assertThat(newest().noise()[2]).isEqualTo(1.5f);
        assertThat(walk.zProperty().get()[2]).isEqualTo(1.5f);
    }

    @Test
    void aValueStaysWithinTheRangeOfTheSliders() {
        follow();
        walk.setValue(0, 50);
        walk.setValue(1, -50);

        assertThat(walk.zProperty().get()).startsWith(LatentExplorer.RANGE, -LatentExplorer.RANGE);
    }

    @Test
    void settingTheSameValueAsksForNothing() {
        follow();
        walk.setValue(2, 1.5);
        int before = requests.size();
        walk.setValue(2, 1.5);

        assertThat(requests).hasSize(before);
    }

    @Test
    void resetGoesToZeroAndRandomiseAway() {
        follow();
        walk.reset();
        assertThat(newest().noise()).containsOnly(0);
        walk.randomise();
        assertThat(newest().noise()).doesNotContain(0);
    }

    private final List<Integer> asked = new ArrayList<>();

    private void followTold(List<String> classes) {
        walk.follow(
                (noise, label, answer) -> {
                    asked.add(label);
                    requests.add(new Request(noise, answer));
                },
                new GeneratorInput(
                        PREVIEW.length / SIZE, PREVIEW, new byte[] {0, 0, 1, 1, 2, 2, 3, 3}),
                SIZE,
                new ToldClasses(classes, false));
    }

    @Test
    void anotherClassIsDrawnOfTheSameNoise() {
        followTold(List.of("0", "1", "2", "3"));
        float[] z = walk.zProperty().get();
        walk.ask(2);

        assertThat(asked).containsExactly(0, 2);
        assertThat(newest().noise()).isEqualTo(z);
        walk.ask(2);
        assertThat(asked).hasSize(2);
        walk.ask(99);
        assertThat(walk.labelProperty().get()).isEqualTo(3);
    }

    @Test
    void anImageOfThePreviewBringsItsClassAndTheWayIsDrawnAsTheOneChosenLast() {
        followTold(List.of("0", "1", "2", "3"));
        walk.choose(2);
        assertThat(walk.labelProperty().get()).isEqualTo(1);
        walk.choose(7);
        assertThat(walk.labelProperty().get()).isEqualTo(3);
        assertThat(newest().images()).isEqualTo(1 + LatentExplorer.STRIP);
        walk.choose(4);
        assertThat(walk.labelProperty().get()).isEqualTo(2);
        assertThat(asked).containsExactly(0, 1, 3, 2);
    }

    @Test
    void aGeneratorOfFewerClassesOrNoneKeepsNoClassThatItDoesNotHave() {
        followTold(List.of("0", "1", "2", "3"));
        walk.ask(3);
        followTold(List.of("a", "b"));
        assertThat(walk.labelProperty().get()).isEqualTo(1);
        follow();
        assertThat(walk.classesProperty().get()).isEqualTo(ToldClasses.NONE);
        walk.ask(1);
        assertThat(walk.labelProperty().get()).isZero();
    }

    @Test
    void theFirstImageChosenIsATheSecondBAndTheThirdAAgain() {
        follow();
        walk.choose(2);
        assertThat(walk.endsProperty().get()).isEqualTo(ends(2, -1));
        assertThat(walk.zProperty().get()).containsExactly(3, 0, 0, 0);
        walk.choose(5);
        assertThat(walk.endsProperty().get()).isEqualTo(ends(2, 5));
        assertThat(walk.zProperty().get()).containsExactly(0, 6, 0, 0);
        walk.choose(7);
        assertThat(walk.endsProperty().get()).isEqualTo(ends(7, -1));
    }

    @Test
    void choosingATwiceTakesItBack() {
        follow();
        walk.choose(2);
        walk.choose(2);

        assertThat(walk.endsProperty().get()).isEqualTo(ends(-1, -1));
    }

    @Test
    void anImageThatThePreviewLacksIsRefusedAndChangesNothing() {
        follow();
        assertThatThrownBy(() -> walk.choose(8)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(walk.endsProperty().get()).isEqualTo(ends(-1, -1));
    }

    @Test
    void oneBatchHoldsTheLargeImageAndTheWholeWay() {
        follow();
        walk.choose(0);
        walk.choose(1);
        walk.setValue(3, 1);

        Request request = newest();
        assertThat(request.images()).isEqualTo(1 + LatentExplorer.STRIP);
        assertThat(request.point(0)).containsExactly(0, 2, 0, 1);
        assertThat(request.point(1)).containsExactly(1, 0, 0, 0);
        assertThat(request.point(7)).containsExactly(0, 2, 0, 0);
        // Halfway on the quarter circle both ends count sin 45° / sin 90°.
        float half = (float) Math.sqrt(0.5);
        assertThat(request.point(4))
                .containsExactly(new float[] {half, 2 * half, 0, 0}, within(1e-6f));

        request.answerWith(10);
        assertThat(walk.imageProperty().get().orElseThrow().pixels()).containsExactly(10);
        assertThat(walk.stripProperty().get())
                .extracting(image -> image.pixels()[0])
                .containsExactly(new Byte[] {11, 12, 13, 14, 15, 16, 17});
    }

    @Test
    void walkingMovesThePointAlongTheWay() {
        follow();
        walk.choose(0);
        walk.choose(1);
        walk.walkTo(0.5);

        float half = (float) Math.sqrt(0.5);
        assertThat(walk.positionProperty().get()).isEqualTo(0.5);
        assertThat(newest().point(0))
                .containsExactly(new float[] {half, 2 * half, 0, 0}, within(1e-6f));
        walk.walkTo(0);
        assertThat(newest().point(0)).containsExactly(1, 0, 0, 0);
    }

    @Test
    void aWayThatWasGivenUpIsNotShown() {
        follow();
        walk.choose(0);
        walk.choose(1);
        Request old = newest();
        walk.choose(3);
        old.answerWith(1);

        assertThat(walk.stripProperty().get()).isEmpty();
    }

    @Test
    void anAnswerOfAnEarlierRunIsDropped() {
        follow();
        Request old = newest();
        follow();
        old.answerWith(1);
        assertThat(walk.imageProperty().get()).isEmpty();

        Request current = newest();
        walk.leave();
        current.answerWith(2);
        assertThat(walk.imageProperty().get()).isEmpty();
    }

    @Test
    void aNewRunOfTheSameExperimentKeepsThePointAndTheEnds() {
        follow();
        walk.choose(0);
        walk.choose(1);
        walk.walkTo(0.25);
        float[] before = walk.zProperty().get();
        walk.leave();
        follow();

        assertThat(walk.zProperty().get()).isEqualTo(before);
        assertThat(walk.endsProperty().get()).isEqualTo(ends(0, 1));
        assertThat(newest().images()).isEqualTo(1 + LatentExplorer.STRIP);
    }

    @Test
    void aRunWithOtherNoiseBeginsAnew() {
        follow();
        walk.choose(0);
        walk.choose(1);
        walk.select(3);
        walk.follow(painter(), plain(new float[2 * 8], 2), 2, ToldClasses.NONE);

        assertThat(walk.zProperty().get()).hasSize(2);
        assertThat(walk.selectedProperty().get()).isZero();
        assertThat(walk.endsProperty().get()).isEqualTo(ends(-1, -1));
        assertThat(newest().noise()).hasSize(2);
    }

    @Test
    void answersAreTakenOnTheThreadOfTheProperties() {
        Deque<Runnable> fxThread = new ArrayDeque<>();
        var waiting = new LatentExplorer(new Workers(fxThread::add, Runnable::run), new Random(3));
        waiting.follow(painter(), plain(PREVIEW, SIZE), SIZE, ToldClasses.NONE);
        newest().answerWith(5);

        assertThat(waiting.imageProperty().get()).isEmpty();
        fxThread.remove().run();
        assertThat(waiting.imageProperty().get()).isPresent();
    }

    @Test
    void theSelectedValueBelongsToAGroupOfEight() {
        walk.follow(painter(), plain(new float[100], 100), 100, ToldClasses.NONE);
        walk.select(99);
        assertThat(walk.groups()).isEqualTo(13);
        assertThat(walk.group()).isEqualTo(12);
        walk.select(-5);
        assertThat(walk.selectedProperty().get()).isZero();
        walk.select(1_000);
        assertThat(walk.selectedProperty().get()).isEqualTo(99);
    }

    private static GeneratorInput plain(float[] noise, int size) {
        return new GeneratorInput(noise.length / size, noise, new byte[0]);
    }

    private void follow() {
        walk.follow(painter(), plain(PREVIEW, SIZE), SIZE, ToldClasses.NONE);
    }

    private LatentExplorer.Painter painter() {
        return (noise, _, answer) -> requests.add(new Request(noise, answer));
    }

    private Request newest() {
        return requests.getLast();
    }

    private static LatentExplorer.Ends ends(int from, int to) {
        return new LatentExplorer.Ends(choice(from), choice(to));
    }

    private static OptionalInt choice(int index) {
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    private static float[] preview(int images) {
        var noise = new float[images * SIZE];
        for (int i = 0; i < images; i++) {
            noise[i * SIZE + i % 2] = i + 1;
        }
        return noise;
    }
}
