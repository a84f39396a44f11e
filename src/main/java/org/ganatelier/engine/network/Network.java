package org.ganatelier.engine.network;

import org.ganatelier.engine.layers.Layer;
import org.ganatelier.engine.layers.Parameter;
import org.ganatelier.engine.layers.Pass;
import org.ganatelier.engine.layers.Projection;
import org.ganatelier.engine.nd4j.Leaving;
import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.SideWork;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.MixesSamples;
import org.ganatelier.plan.model.LabelUse;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.ParameterPlan;
import org.ganatelier.train.Benchmark.Part;
import org.ganatelier.train.Benchmark.Place;
import org.ganatelier.train.DropoutMasks;
import org.ganatelier.train.LayerWeights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A stack of layers with its weights, and the buffers of each batch size it has been used with. It
 * does what {@code MultiLayerNetwork} does without making a new array for every result. Owned by
 * one thread.
 */
public final class Network implements AutoCloseable {
    /** A parameter with its name in a checkpoint. */
    public record Named(String name, Parameter parameter) {}

    /**
     * The largest singular value of a layer's weights.
     *
     * @param layer its index in the plan
     */
    public record Sigma(int layer, double value) {}

    private final NetworkPlan plan;
    private final LayerMaker maker;
    private final Memory memory;
    private final Shape input;
    private final LabelUse labelUse;
    private final Optional<Projection> projection;
    private final Profile profile;
    private final SideWork side;
    private final boolean mixesSamples;
    private final List<Layer> layers = new ArrayList<>();
    private final List<Place> labels = new ArrayList<>();

    /** The multiply-adds of each layer here for one sample. */
    private final List<Long> multiplyAdds = new ArrayList<>();

    /** The index in the plan of each layer here: some of the plan's become two. */
    private final List<Integer> places = new ArrayList<>();

    private final List<Named> parameters = new ArrayList<>();
    private final Map<Integer, Chain> chains = new HashMap<>();
    private DropoutMasks masks = DropoutMasks.NEWEST;

    /** For a network whose time nobody measures. */
    public Network(NetworkPlan plan) {
        this(plan, LayerMaker.own(), "", Profile.off(), SideWork.alone());
    }

    /**
     * @param plan of a ready network: all its shapes are known
     * @param maker of its layers
     * @param name in front of the layers in a profile
     * @param side does what need not be done in turn
     * @throws org.ganatelier.train.EngineException where the maker lacks a layer
     */
    public Network(
            NetworkPlan plan, LayerMaker maker, String name, Profile profile, SideWork side) {
        this.plan = plan;
        this.maker = maker;
        this.profile = profile;
        this.side = side;
        memory = new Memory(side, plan.spectra());
        input = plan.input();
        labelUse = plan.labels();
        mixesSamples =
                plan.layers().stream().anyMatch(each -> each.layer() instanceof MixesSamples);
        for (int i = 0; i < plan.layers().size(); i++) {
            // Of two layers for one, only the first has a kernel.
            long products = plan.layers().get(i).multiplyAdds();
            for (Layer layer : maker.layers(plan.layers().get(i), memory)) {
                multiplyAdds.add(products);
                products = 0;
                layers.add(layer);
                places.add(i);
                String type = layer.getClass().getSimpleName();
                labels.add(new Place.Named((name + " " + i + " " + type).strip()));
                for (Parameter parameter : layer.parameters()) {
                    parameters.add(new Named(i + "." + parameter.name(), parameter));
                }
            }
        }
        projection = projection(plan);
        projection.ifPresent(
                beside -> {
                    Parameter embedding = beside.parameter();
                    int last = plan.layers().size() - 1;
                    parameters.add(new Named(last + "." + embedding.name(), embedding));
                });
        requireAsPlanned();
    }

    /** Another network of the same plan and kind of layers, with weights of its own. */
    public Network another() {
        return new Network(plan, maker, "", Profile.off(), SideWork.alone());
    }

    /** The plan counted, and files name, what is here. */
    private void requireAsPlanned() {
        var planned = new ArrayList<String>();
        for (int i = 0; i < plan.layers().size(); i++) {
            for (ParameterPlan each : plan.layers().get(i).parameters()) {
                planned.add(i + "." + each.name() + each.shape() + each.trained());
            }
        }
        var here = new ArrayList<String>();
        for (Named named : parameters) {
            Parameter parameter = named.parameter();
            String shape = Arrays.toString(parameter.value().shape());
            here.add(named.name() + shape + parameter.trained());
        }
        if (!planned.equals(here)) {
            throw new IllegalStateException("Planned " + planned + ", made " + here);
        }
    }

    private Optional<Projection> projection(NetworkPlan plan) {
        return switch (plan.labels()) {
            case LabelUse.Projected(int classes) -> {
                Shape phi = plan.layers().getLast().input().orElseThrow();
                yield Optional.of(new Projection(memory, classes, (int) phi.size()));
            }
            case LabelUse.Joined _, LabelUse.None _ -> Optional.empty();
        };
    }

    /** How many values a sample of the input has, without a label that is joined to it. */
    public int inputSize() {
        int joined = labelUse instanceof LabelUse.Joined(int classes) ? classes : 0;
        return switch (input) {
            case Shape.Flat(int units) -> units - joined;
            case Shape.Image(int height, int width, int channels) ->
                    height * width * (channels - joined);
        };
    }

    /** Draws all weights anew. */
    public void initialize(Initialization scheme, RandomGenerator random) {
        layers.forEach(layer -> layer.initialize(scheme, random));
        projection.ifPresent(beside -> beside.initialize(scheme, random));
    }

    /**
     * The largest singular values of the weights that are divided by them, as the last pass found
     * them, first layer to last.
     */
    public List<Sigma> sigmas() {
        var sigmas = new ArrayList<Sigma>();
        for (int i = 0; i < layers.size(); i++) {
            int place = places.get(i);
            layers.get(i).sigma().ifPresent(value -> sigmas.add(new Sigma(place, value)));
        }
        return sigmas;
    }

    /** Every parameter and running statistic, in order. */
    public List<Named> parameters() {
        return parameters;
    }

    /**
     * A copy of all numbers of a layer.
     *
     * @param place its index in the plan
     * @param plan of that layer
     */
    public LayerWeights weights(int place, LayerPlan plan) {
        return new LayerWeights(
                plan.parameters().stream()
                        .map(each -> new LayerWeights.Named(each, copy(place + "." + each.name())))
                        .toList());
    }

    private float[] copy(String name) {
        return parameters.stream()
                .filter(named -> named.name().equals(name))
                .findFirst()
                .orElseThrow()
                .parameter()
                .value()
                .heap()
                .clone();
    }

    /**
     * What a layer trains: its kernels, or all where it has none.
     *
     * @param place its index in the plan
     */
    public List<Parameter> kernels(int place) {
        String prefix = place + ".";
        List<Parameter> all =
                parameters.stream()
                        .filter(named -> named.name().startsWith(prefix))
                        .map(Named::parameter)
                        .filter(Parameter::trained)
                        .toList();
        List<Parameter> kernels = all.stream().filter(p -> p.value().shape().length > 1).toList();
        return kernels.isEmpty() ? all : kernels;
    }

    /** Those that an optimizer updates. */
    public List<Parameter> trained() {
        return parameters.stream().map(Named::parameter).filter(Parameter::trained).toList();
    }

    /** Keeps every trained value within plus and minus {@code most}. */
    public void clip(float most) {
        for (Parameter parameter : trained()) {
            clip(parameter.value().heapToUpdate(), most);
        }
    }

    private static void clip(float[] values, float most) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(-most, Math.min(most, values[i]));
        }
    }

    /**
     * How many of its layers draw random numbers in a training pass, each from a generator of its
     * own.
     */
    public int draws() {
        return (int) layers.stream().filter(Layer::draws).count();
    }

    /** Draws the masks of dropout in a way from now on. */
    public void drawMasks(DropoutMasks way) {
        masks = way;
        layers.forEach(layer -> layer.drawMasks(way));
    }

    /** How the masks of dropout are drawn. */
    public DropoutMasks masks() {
        return masks;
    }

    /** Whether a pass in training depends on what {@link Chain#keepStatistics} kept before it. */
    public boolean followsStatistics() {
        return layers.stream().anyMatch(Layer::followsStatistics);
    }

    /** Takes over the running statistics of a network of the same plan. */
    public void takeStatistics(Network other) {
        for (int i = 0; i < parameters.size(); i++) {
            Parameter own = parameters.get(i).parameter();
            if (!own.trained()) {
                own.value().set(other.parameters.get(i).parameter().value());
            }
        }
    }

    /** Whether a batch of real and generated images together would differ from one of each. */
    public boolean mixesSamples() {
        return mixesSamples;
    }

    /** The buffers of one batch size, made at first use. */
    public Chain chain(int batch) {
        return chains.computeIfAbsent(batch, size -> new Chain(size));
    }

    @Override
    public void close() {
        memory.close();
    }

    /** The passes of one batch size, first to last. */
    public final class Chain {
        private final Tensor in;
        private final Tensor inGradient;
        private final NetworkInput entry;
        private final List<Pass> passes = new ArrayList<>();
        private final Optional<Projection.Beside> beside;

        private Chain(int batch) {
            long[] shape =
                    switch (input) {
                        case Shape.Flat(int units) -> new long[] {batch, units};
                        case Shape.Image(int height, int width, int channels) ->
                                new long[] {batch, channels, height, width};
                    };
            in = memory.tensor(shape);
            inGradient = memory.tensor(shape);
            Tensor values = in;
            Tensor gradient = inGradient;
            for (Layer layer : layers) {
                Pass pass = layer.bind(memory, values, gradient);
                passes.add(pass);
                values = pass.output();
                gradient = pass.outputGradient();
            }
            entry = new NetworkInput(in, inGradient, inputSize(), labelUse);
            beside = projection.map(this::bind);
        }

        private Projection.Beside bind(Projection unbound) {
            Tensor phiGradient =
                    passes.size() == 1
                            ? inGradient
                            : passes.get(passes.size() - 2).outputGradient();
            return unbound.bind(
                    lastInput(), phiGradient, output(), outputGradient(), entry.labels());
        }

        /** Where samples go in that may have labels. */
        public NetworkInput entry() {
            return entry;
        }

        public Tensor input() {
            return in;
        }

        public Tensor inputGradient() {
            return inGradient;
        }

        /** What goes into the last operation: the features of a classifier. */
        public Tensor lastInput() {
            return passes.size() == 1 ? in : passes.get(passes.size() - 2).output();
        }

        public Tensor output() {
            return passes.getLast().output();
        }

        /**
         * What comes out of a layer.
         *
         * @param place its index in the plan
         */
        public Tensor output(int place) {
            return passes.get(places.lastIndexOf(place)).output();
        }

        /** To be filled with dL/d(output) before {@link #backward}. */
        public Tensor outputGradient() {
            return passes.getLast().outputGradient();
        }

        public void forward(boolean training, Supplier<RandomGenerator> draws) {
            for (int i = 0; i < passes.size(); i++) {
                Leaving.check();
                long begin = profile.begin();
                passes.get(i).forward(training, draws);
                profile.end(begin, labels.get(i), Part.FORWARD, products(i));
            }
            beside.ifPresent(Projection.Beside::forward);
        }

        /** See {@link Pass#forwardNear}. */
        public void forwardNear(Supplier<RandomGenerator> draws) {
            for (int i = 0; i < passes.size(); i++) {
                Leaving.check();
                long begin = profile.begin();
                passes.get(i).forwardNear(draws);
                profile.end(begin, labels.get(i), Part.FORWARD, products(i));
            }
            beside.ifPresent(Projection.Beside::forward);
        }

        /** Lets the running statistics follow those of the last training pass. */
        public void keepStatistics() {
            passes.forEach(Pass::keepStatistics);
        }

        /**
         * Goes back from the output's gradient, no further than somebody needs.
         *
         * @param weights whether the parameters' gradients are wanted
         * @param toInput whether the input's gradient is wanted
         */
        public void backward(boolean weights, boolean toInput) {
            boolean ended = false;
            try {
                goBack(weights, toInput);
                side.finish();
                ended = true;
            } finally {
                if (!ended) {
                    side.drop();
                }
            }
        }

        private long products(int index) {
            return multiplyAdds.get(index) * output().batch();
        }

        private void goBack(boolean weights, boolean toInput) {
            for (int i = passes.size() - 1; i >= 0; i--) {
                boolean below = toInput || (weights && trainedBelow(i));
                Leaving.check();
                long begin = profile.begin();
                backward(passes.get(i), weights, below);
                if (i == passes.size() - 1 && beside.isPresent()) {
                    beside.get().backward(weights, below);
                }
                profile.end(begin, labels.get(i), Profile.backward(weights, below), products(i));
                if (!below) {
                    return;
                }
            }
        }

        private void backward(Pass pass, boolean weights, boolean below) {
            Optional<Runnable> apart = weights ? pass.parameterGradients() : Optional.empty();
            if (apart.isEmpty()) {
                pass.backward(weights, below);
                return;
            }
            side.order(apart.get());
            if (below) {
                pass.backward(false, true);
            }
        }

        private boolean trainedBelow(int index) {
            return layers.subList(0, index).stream()
                    .anyMatch(layer -> !layer.parameters().isEmpty());
        }
    }
}
