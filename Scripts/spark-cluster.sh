# A real Spark cluster on this machine's loopback: a master, workers, a Connect server, each a process of its own.
# Sourced by Scripts/spark. Everything it starts it ends, by process number; nothing listens on another interface.
# shellcheck shell=bash

spark_version=4.3.0
# Ended in this order: the Connect server first, so that it can say good-bye to the workers.
spark_pids=()

# Why Spark cannot be had here; nothing when it can.
spark_obstacle() {
    if ! command -v java >/dev/null 2>&1; then
        echo "Java 17 or later is needed (apt-get install --no-install-recommends openjdk-17-jre-headless)"
        return
    fi
    local java
    java=$(java -version 2>&1 | sed -n 's/^[^"]*version "\([0-9]*\).*/\1/p')
    if [ "${java:-0}" -lt 17 ]; then
        echo "Java 17 or later is needed, this one is ${java:-unknown}"
    elif ! command -v python3 >/dev/null 2>&1; then
        echo "python3 is needed to fetch Spark (package pyspark)"
    fi
}

# Puts Spark, as the Python package pyspark brings it, into a folder of its own: 520 MB, once.
spark_install() {
    local venv=$1 log
    if [ ! -x "$venv/bin/python" ] || ! "$venv/bin/python" -c 'import pyspark' 2>/dev/null; then
        echo "Fetching Spark $spark_version into $venv …" >&2
        log=$(mktemp)
        if ! { python3 -m venv "$venv" && "$venv/bin/pip" install --quiet "pyspark==$spark_version"; } >"$log" 2>&1; then
            echo "Spark could not be fetched:" >&2
            tail -n 5 "$log" >&2
            rm -f "$log"
            return 1
        fi
        rm -f "$log"
    fi
    SPARK_HOME=$("$venv/bin/python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')
    export SPARK_HOME
}

# Starts a cluster whose files go into a folder, and exports its address and token. Without workers the Connect server
# works alone.
spark_start() {
    local folder=$1 workers=$2 ports master number
    mkdir -p "$folder/conf" "$folder/log"
    read -r -a ports < <(python3 - $((workers + 3)) <<'PYTHON'
import socket, sys
held = [socket.socket() for _ in range(int(sys.argv[1]))]
for one in held:
    one.bind(("127.0.0.1", 0))
print(*(one.getsockname()[1] for one in held))
PYTHON
    )
    SPARK_CONNECT_AUTHENTICATE_TOKEN=$(python3 -c 'import secrets; print(secrets.token_hex(24))')
    export SPARK_CONNECT_AUTHENTICATE_TOKEN SPARK_CONF_DIR="$folder/conf"
    export SPARK_LOCAL_IP=127.0.0.1 SPARK_LOCAL_HOSTNAME=127.0.0.1
    (
        umask 077
        cat >"$folder/conf/spark-defaults.conf" <<CONF
spark.authenticate                   true
spark.authenticate.secret            $(python3 -c 'import secrets; print(secrets.token_hex(24))')
spark.connect.authenticate.token     $SPARK_CONNECT_AUTHENTICATE_TOKEN
spark.connect.grpc.binding.address   127.0.0.1
spark.connect.grpc.binding.port      ${ports[0]}
spark.driver.bindAddress             127.0.0.1
spark.driver.host                    127.0.0.1
spark.master.rest.enabled            false
spark.sql.shuffle.partitions         4
spark.sql.warehouse.dir              $folder/warehouse
spark.ui.enabled                     false
CONF
    )
    export SPARK_MASTER_JSON="http://127.0.0.1:${ports[2]}/json/"
    master='local[2]'
    if [ "$workers" -gt 0 ]; then
        master=spark://127.0.0.1:${ports[1]}
        SPARK_DAEMON_MEMORY=384m "$SPARK_HOME/bin/spark-class" org.apache.spark.deploy.master.Master \
            --host 127.0.0.1 --port "${ports[1]}" --webui-port "${ports[2]}" >"$folder/log/master" 2>&1 &
        spark_pids=("$!")
        echo "$!" >"$folder/master.pid"
        for ((number = 1; number <= workers; number++)); do
            SPARK_DAEMON_MEMORY=384m "$SPARK_HOME/bin/spark-class" org.apache.spark.deploy.worker.Worker \
                --host 127.0.0.1 --cores 1 --memory 1g --webui-port "${ports[2 + number]}" \
                --work-dir "$folder/work$number" "$master" >"$folder/log/worker$number" 2>&1 &
            spark_pids=("$!" "${spark_pids[@]}")
            echo "$!" >"$folder/worker$number.pid"
        done
        spark_wait "$folder/log/master" "workers to register" 90 eval \
            "[ \"\$(grep -c 'Registering worker' '$folder/log/master')\" -ge $workers ]" || return 1
    fi
    "$SPARK_HOME/bin/spark-submit" --class org.apache.spark.sql.connect.service.SparkConnectServer --master "$master" \
        --driver-memory 1g --executor-memory 1g >"$folder/log/connect" 2>&1 &
    spark_pids=("$!" "${spark_pids[@]}")
    echo "$!" >"$folder/connect.pid"
    spark_wait "$folder/log/connect" "the Connect server" 120 spark_listens "${ports[0]}" || return 1
    export SPARK_REMOTE="sc://127.0.0.1:${ports[0]}" SPARK_FOLDER="$folder"
}

spark_listens() {
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# Waits until a command succeeds, as long as every process lives.
spark_wait() {
    local log=$1 what=$2 seconds=$3 pid
    shift 3
    while ! "$@"; do
        for pid in "${spark_pids[@]}"; do
            if ! kill -0 "$pid" 2>/dev/null; then
                echo "Waiting for $what, but a process ended:" >&2
                tail -n 15 "$log" >&2
                return 1
            fi
        done
        seconds=$((seconds - 1))
        if [ "$seconds" -le 0 ]; then
            echo "Waited too long for $what:" >&2
            tail -n 15 "$log" >&2
            return 1
        fi
        sleep 1
    done
}

# Ends what was started, kindly, then not.
spark_stop() {
    local pid patience
    for pid in "${spark_pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    for pid in "${spark_pids[@]}"; do
        patience=100
        while kill -0 "$pid" 2>/dev/null && [ "$patience" -gt 0 ]; do
            patience=$((patience - 1))
            sleep 0.1
        done
        kill -9 "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    spark_pids=()
}
