# Checks what the build needs and installs what is missing. Sourced by Scripts/demo and Scripts/test.
# Says nothing when nothing is to do. Exit code 4: this machine lacks something only a person can supply.
# shellcheck shell=bash

needed_swift=6.2
wanted_swift=6.3

# One package a line: what to install | installed packages of which one is enough | a path that shows it is there
# where dpkg is not | why, in English | why, in Japanese.
system_packages='
libncurses6|libncurses6|/usr/lib*/libncurses.so.6|Swift itself needs it to start|Swift自体の起動に必要
libcurl4|libcurl4 libcurl4t64|/usr/lib*/libcurl.so.4|Swift itself needs it to fetch packages|Swift自体がパッケージの取得に使います
binutils|binutils|/usr/bin/ld|the linker, for every build|リンカー(すべてのビルドに必要)
libc6-dev|libc6-dev|/usr/include/stdio.h|C headers, for every build|Cのヘッダー(すべてのビルドに必要)
libstdc++-12-dev|libstdc++-*-dev|/usr/include/c++/*/vector|C++ library, linked into the command|C++ライブラリ(コマンドに組み込みます)
libxml2-dev|libxml2-dev|/usr/include/libxml2/libxml/parser.h|reads XML files|XMLファイルの読み込み
libxlsxwriter-dev|libxlsxwriter-dev|/usr/include/xlsxwriter.h|writes reports as Excel workbooks|報告書をExcelのブックとして出力
libsqlite3-dev|libsqlite3-dev|/usr/include/sqlite3.h|keeps the figures in one SQLite file|数値を1つのSQLiteファイルに保存
zlib1g-dev|zlib1g-dev|/usr/include/zlib.h|unpacks gzip files|gzipファイルの展開
pkg-config|pkg-config pkgconf|/usr/bin/pkg-config|tells Swift where C libraries lie|Cのライブラリの場所をSwiftに伝える
'

# Prints an English line and its Japanese line on standard error.
say() {
    printf '%s\n' "$@" >&2
}

give_up() {
    say "$@"
    exit 4
}

# Everything a build needs: Swift, then the system packages.
setup() {
    find_swift
    # A Swift that does not start may lack just what is installed next, so only its age is asked before.
    check_swift_age
    # On macOS the developer tools bring libxml2 and SQLite along.
    if [ "$(uname -s)" != Darwin ]; then
        install_missing_packages
    fi
    check_swift_starts
}

find_swift() {
    if ! command -v swift >/dev/null 2>&1; then
        give_up \
            "Swift was not found. Install Swift $wanted_swift from https://www.swift.org/install/ and put its usr/bin on PATH:" \
            "Swiftが見つかりません。https://www.swift.org/install/ からSwift ${wanted_swift}を入れ、その usr/bin をPATHに加えてください。" \
            "    export PATH=/where/swift/was/unpacked/usr/bin:\"\$PATH\""
    fi
}

check_swift_age() {
    local version major minor
    # A version nobody can read is left to the manifest's own check.
    version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9]*\.[0-9][0-9.]*\).*/\1/p') || return 0
    [ -n "$version" ] || return 0
    major=${version%%.*}
    minor=${version#*.}
    minor=${minor%%.*}
    if [ "$((major * 1000 + minor))" -lt "$((${needed_swift%.*} * 1000 + ${needed_swift#*.}))" ]; then
        give_up \
            "Swift $version is too old: $needed_swift or later is needed, $wanted_swift is best (https://www.swift.org/install/)." \
            "Swift ${version}では古すぎます。${needed_swift}以上が必要です(推奨は${wanted_swift})。https://www.swift.org/install/" \
            "    $(command -v swift)"
    fi
}

check_swift_starts() {
    local output
    if ! output=$(swift --version 2>&1); then
        give_up \
            "Swift was found at $(command -v swift) but does not start:" \
            "Swiftは $(command -v swift) にありますが、起動できません。" \
            "    $(printf '%s\n' "$output" | tail -n 1)" \
            "https://www.swift.org/install/ lists the system packages Swift itself needs." \
            "Swift自体が必要とするパッケージは https://www.swift.org/install/ に載っています。"
    fi
}

install_missing_packages() {
    local missing=() package enough path english japanese log by_hand
    while IFS='|' read -r package enough path english japanese; do
        if [ -z "$package" ] || has_package "$enough" "$path"; then
            continue
        fi
        if [ "${#missing[@]}" -eq 0 ]; then
            say "These system packages are missing:" "次のシステムパッケージが足りません。"
        fi
        missing+=("$package")
        say "    $package: $english" "        $japanese"
    done <<<"$system_packages"
    if [ "${#missing[@]}" -eq 0 ]; then
        return
    fi

    by_hand="apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
    if ! command -v apt-get >/dev/null 2>&1; then
        # They may lie where nobody looked, so the build decides.
        say "apt-get was not found. If the build fails, install what does the same on this system." \
            "apt-getが見つかりません。ビルドに失敗したら、このシステムで同じ働きをするものを入れてください。"
        return
    fi
    if ! choose_root; then
        give_up \
            "Installing needs administrator rights. Have an administrator run this line, then start again:" \
            "インストールには管理者権限が必要です。管理者に次の行の実行を依頼し、その後もう一度実行してください。" \
            "    $by_hand"
    fi
    say "Installing them with apt-get …" "apt-getでインストールしています…"
    log=$(mktemp "${TMPDIR:-/tmp}/dmo-setup.XXXXXX") || exit 4
    # Old package lists are often enough, so only the second command decides.
    as_root apt-get update >"$log" 2>&1 </dev/null || true
    if ! as_root apt-get install -y --no-install-recommends "${missing[@]}" >>"$log" 2>&1 </dev/null; then
        say "apt-get failed. Its last lines:" "apt-getが失敗しました。最後の出力は次のとおりです。"
        tail -n 12 "$log" | sed 's/^/    /' >&2
        rm -f "$log"
        give_up \
            "When the cause is mended, start again, or run this line as an administrator:" \
            "原因を取り除いてからもう一度実行するか、管理者として次の行を実行してください。" \
            "    $by_hand"
    fi
    rm -f "$log"
    say "Installed." "インストールしました。"
}

# Whether one of these packages is installed; without dpkg, whether the path is there.
has_package() {
    local packages=$1 path=$2 states
    if command -v dpkg-query >/dev/null 2>&1; then
        # Patterns are dpkg-query's to read, and it prints one line for each package and architecture.
        # shellcheck disable=SC2016,SC2086 # a field name of dpkg-query's; several names, not one
        states=$(set -f; dpkg-query -W -f='${db:Status-Status}\n' $packages 2>/dev/null) || true
        case $'\n'$states$'\n' in
        *$'\ninstalled\n'*) return 0 ;;
        *) return 1 ;;
        esac
    fi
    compgen -G "$path" >/dev/null
}

# Finds a way to become root: none needed, sudo without a password, or sudo that asks on the terminal.
choose_root() {
    if [ "$(id -u)" -eq 0 ]; then
        root_prefix=(env)
    elif command -v sudo >/dev/null 2>&1 && sudo -n true >/dev/null 2>&1; then
        root_prefix=(sudo -n env)
    elif command -v sudo >/dev/null 2>&1 && [ -t 0 ] && [ -t 2 ]; then
        say "sudo will ask for your password." "sudoがパスワードを尋ねます。"
        sudo -v || return 1
        root_prefix=(sudo env)
    else
        return 1
    fi
}

as_root() {
    "${root_prefix[@]}" DEBIAN_FRONTEND=noninteractive "$@"
}
