"""Runs the yardstick in packaging/bench/libtorch: PyTorch's C++ library without Python, in the settings that suit it best."""
import ctypes.util, glob, json, os, re, subprocess, sys

HERE = os.path.dirname(os.path.realpath(__file__))
FOLDER = os.path.join(HERE, 'libtorch')
CLASSES = os.path.join(FOLDER, 'target', 'classes')
CLASSPATH = os.path.join(FOLDER, 'target', 'classpath.txt')
OLDEST_JAVA = 25
# Real and generated images as one batch change what BatchNorm does, which these discriminators lack.
WITHOUT_BATCH_NORM = ['mlp', 'tutorial']
TRIAL_STEPS = 20


def build():
    """Compiles the yardstick by Maven, which downloads about 110 MB the first time."""
    sources = glob.glob(os.path.join(FOLDER, 'src', '**', '*.java'), recursive=True) + [os.path.join(FOLDER, 'pom.xml')]
    if os.path.exists(CLASSPATH) and os.path.getmtime(CLASSPATH) > max(map(os.path.getmtime, sources)):
        return
    subprocess.run(['mvn', '-B', '-q', 'process-classes'], cwd=FOLDER, check=True, stdout=sys.stderr)
    os.utime(CLASSPATH)


def java():
    """The first Java that is new enough, as the program's own launcher looks for it."""
    home = os.environ.get('JAVA_HOME')
    for program in ([os.path.join(home, 'bin', 'java')] if home else []) + ['java'] + glob.glob('/usr/lib/jvm/*/bin/java'):
        try:
            told = subprocess.run([program, '-version'], stderr=subprocess.PIPE, universal_newlines=True).stderr
        except OSError:
            continue
        release = re.search(r' version "(\d+)', told)
        if release and int(release.group(1)) >= OLDEST_JAVA:
            return program
    sys.exit('The yardstick needs Java %d or newer' % OLDEST_JAVA)


def tcmalloc():
    """The library's name for LD_PRELOAD, or None where it is not installed."""
    return ctypes.util.find_library('tcmalloc_minimal') or ctypes.util.find_library('tcmalloc')


def plain(environment):
    """Without what makes OpenBLAS take kernels for an older processor."""
    return {name: value for name, value in environment.items() if name not in ['OPENBLAS_CORETYPE', 'OPENBLAS_L2_SIZE']}


def command(net, batch, threads, *options):
    return [java(), '--enable-native-access=ALL-UNNAMED', '-Xmx512m', '-XX:+UseSerialGC',
            '-cp', os.pathsep.join([CLASSES, open(CLASSPATH).read().strip()]), 'org.ganatelier.bench.libtorch.Yardstick',
            '--net', net, '--batch', str(batch), '--threads', str(threads), *options]


def settings(net, threads):
    """What may be fastest: name, options and variables of the environment."""
    allocator = {'LD_PRELOAD': tcmalloc()} if tcmalloc() else {}
    pools = {'OMP_NUM_THREADS': str(threads), 'OPENBLAS_NUM_THREADS': '1'}
    alone = {**pools, **allocator}
    yield 'nchw', [], alone
    yield 'nhwc', ['--layout', 'nhwc'], alone
    ways = [('', alone)]
    if threads > 1:
        ways += [(', OpenBLAS with threads, passive waits',
                  {**alone, 'OPENBLAS_NUM_THREADS': str(threads), 'OMP_WAIT_POLICY': 'passive'}),
                 (', passive waits', {**alone, 'OMP_WAIT_POLICY': 'passive'})]
        for name, way in ways[1:]:
            yield 'nchw' + name, [], way
    if net in WITHOUT_BATCH_NORM:
        for name, way in ways:
            yield 'one batch for D' + name, ['--halves', 'joined'], way
    if allocator:
        yield "the system's malloc", [], pools


def best(net, batch, threads, fakes):
    """The fastest setting of a short trial of each: its name, command and environment. Prints what each took."""
    build()
    tried = []
    for name, options, variables in settings(net, threads):
        full = command(net, batch, threads, '--fakes', fakes, *options)
        environment = {**plain(os.environ), **variables}
        told = run(full + ['--steps', str(TRIAL_STEPS), '--warm-up', '1'], environment)
        tried.append((told['ms_per_step'], name, full, environment))
    print('%-10s libtorch, %d thread%s, tried: %s' % (
        net, threads, '' if threads == 1 else 's', '; '.join('%s %.2f ms' % (each[1], each[0]) for each in sorted(tried))), flush=True)
    return min(tried)[1:]


def run(command, environment):
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, universal_newlines=True)
    if done.returncode:
        sys.exit('%s failed\n%s' % (' '.join(command), done.stderr))
    return json.loads(done.stdout.strip().splitlines()[-1])
