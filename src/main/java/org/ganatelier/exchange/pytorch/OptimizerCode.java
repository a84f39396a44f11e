package org.ganatelier.exchange.pytorch;

import static org.ganatelier.exchange.code.Python.number;

import org.ganatelier.exchange.code.CodeWriter;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.Schedule;
import org.ganatelier.experiment.TrainingSpec;
import org.ganatelier.experiment.basics.Side;

/** How weights follow their gradients, in PyTorch's words. */
final class OptimizerCode {
    private final CodeWriter code;
    private final TrainingSpec training;

    OptimizerCode(CodeWriter code, TrainingSpec training) {
        this.code = code;
        this.training = training;
    }

    private static String letter(Side side) {
        return switch (side) {
            case GENERATOR -> "g";
            case DISCRIMINATOR -> "d";
        };
    }

    /** Makes {@code d_optimizer} and {@code g_optimizer}, and schedules where rates fall. */
    void writeMaking() {
        for (Side side : new Side[] {Side.DISCRIMINATOR, Side.GENERATOR}) {
            OptimizerSpec spec = training.optimizer(side);
            code.line(
                    "%s_optimizer = torch.optim.%s(%s.parameters(), lr=%s%s%s)"
                            .formatted(
                                    letter(side),
                                    type(spec.kind()),
                                    TorchCode.fileName(side),
                                    number(spec.learningRate()),
                                    rule(spec),
                                    decay(spec)));
        }
        for (Side side : new Side[] {Side.DISCRIMINATOR, Side.GENERATOR}) {
            Schedule schedule = training.optimizer(side).schedule();
            if (schedule.kind() != Schedule.Kind.CONSTANT) {
                code.line(
                        "%s_schedule = torch.optim.lr_scheduler.LambdaLR(".formatted(letter(side)));
                code.indented(
                        () ->
                                code.line(
                                        "%s_optimizer, lambda step: %s)"
                                                .formatted(letter(side), share(schedule))));
            }
        }
    }

    private static String type(OptimizerSpec.Kind kind) {
        return switch (kind) {
            case ADAM -> "Adam";
            case ADAMW -> "AdamW";
            case RMSPROP -> "RMSprop";
            case SGD -> "SGD";
        };
    }

    private static String rule(OptimizerSpec spec) {
        return switch (spec.kind()) {
            case ADAM, ADAMW ->
                    ", betas=(%s, %s)".formatted(number(spec.beta1()), number(spec.beta2()));
            case RMSPROP -> ", alpha=%s".formatted(number(spec.beta2()));
            case SGD -> spec.beta1() == 0 ? "" : ", momentum=" + number(spec.beta1());
        };
    }

    /** AdamW decays unless it is told not to. */
    private static String decay(OptimizerSpec spec) {
        boolean said = spec.weightDecay() > 0 || spec.kind() == OptimizerSpec.Kind.ADAMW;
        return said ? ", weight_decay=" + number(spec.weightDecay()) : "";
    }

    private static String share(Schedule schedule) {
        String rest = number(Share.rest(schedule.finalShare()));
        String way = "min(1, step / %d)".formatted(schedule.steps());
        return switch (schedule.kind()) {
            case CONSTANT -> "1";
            case LINEAR -> "1 - %s * %s".formatted(rest, way);
            case COSINE ->
                    "%s + %s * (1 + math.cos(math.pi * %s)) / 2"
                            .formatted(number(schedule.finalShare()), rest, way);
        };
    }

    /** One update by a loss. */
    void writeUpdate(Side side, String loss) {
        String optimizer = letter(side) + "_optimizer";
        code.line(optimizer + ".zero_grad()");
        code.line(loss + ".backward()");
        double most = training.optimizer(side).clipNorm();
        if (most > 0) {
            code.line(
                    "nn.utils.clip_grad_norm_(%s.parameters(), %s)"
                            .formatted(TorchCode.fileName(side), number(most)));
        }
        code.line(optimizer + ".step()");
    }

    /** At the end of a step. */
    void writeSchedules() {
        for (Side side : new Side[] {Side.DISCRIMINATOR, Side.GENERATOR}) {
            if (training.optimizer(side).schedule().kind() != Schedule.Kind.CONSTANT) {
                code.line(letter(side) + "_schedule.step()");
            }
        }
    }
}
