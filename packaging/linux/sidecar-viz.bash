# Completion of sidecar-viz for bash.

_sidecar_viz_lessons() { # a row is a name, two spaces or more, and a title
    sidecar-viz lessons 2>/dev/null | sed -n 's/^\([^ ]*\)  .*/\1/p'
}

_sidecar_viz_files() {
    compopt -o filenames 2>/dev/null
    mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(
        compgen -d -- "$1"
        compgen -f -X "!*.@(yaml|yml)" -- "$1"
    )
}

_sidecar_viz() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    local command=${COMP_WORDS[1]} options
    local extglob
    extglob=$(shopt -p extglob)
    shopt -s extglob
    COMPREPLY=()
    case $command in
        check) options='--format --help' ;;
        describe) options='--what-if --format --help' ;;
        export) options='--step --at --ending --size --theme --what-if --notes --sheet --rate --captions --window --picture --progress --help' ;;
        new) options='--from --pod --into --help' ;;
        simulate) options='--script --pod --at --version --expect --until --max-seconds --format --help' ;;
        lab) options='--script --pod --at --version --theme --help' ;;
        edit) options='--theme --help' ;;
        lessons | schema | upgrade) options='--help' ;;
        *) options='--step --theme --what-if --present --selftest --version --help' ;;
    esac
    case $before in
        --version) mapfile -t COMPREPLY < <(compgen -W '1.28 1.29 1.33 1.36' -- "$word") ;;
        --script) _sidecar_viz_files "$word" ;;
        --theme) mapfile -t COMPREPLY < <(compgen -W 'light dark contrast projector' -- "$word") ;;
        --format) mapfile -t COMPREPLY < <(compgen -W 'text json sarif lesson' -- "$word") ;;
        --sheet) mapfile -t COMPREPLY < <(compgen -W 'handout pupils teacher cards review manifest pictures' -- "$word") ;;
        --captions) mapfile -t COMPREPLY < <(compgen -W 'burnt beside' -- "$word") ;;
        --rate) mapfile -t COMPREPLY < <(compgen -W '10 25 30 60' -- "$word") ;;
        --size) mapfile -t COMPREPLY < <(compgen -W '960x540 1280x720 1920x1080 3840x2160' -- "$word") ;;
        --step | --at | --what-if | --pod | --expect | --until | --max-seconds) ;;
        --into) mapfile -t COMPREPLY < <(compgen -d -- "$word") ;;
        --from)
            mapfile -t COMPREPLY < <(compgen -W "blank loop messages pointer $(_sidecar_viz_lessons)" -- "$word")
            _sidecar_viz_files "$word"
            ;;
        --selftest) mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
        *)
            if [[ $word == -* ]]; then
                mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
            elif ((COMP_CWORD == 1)); then
                mapfile -t COMPREPLY < <(compgen -W "lessons new edit check upgrade describe export simulate lab schema $(_sidecar_viz_lessons)" -- "$word")
                _sidecar_viz_files "$word"
            elif [[ $command == @(describe|export) ]] && ((COMP_CWORD == 2)); then
                mapfile -t COMPREPLY < <(compgen -W "$(_sidecar_viz_lessons)" -- "$word")
                _sidecar_viz_files "$word"
            elif [[ $command == export ]]; then
                compopt -o filenames 2>/dev/null
                mapfile -t COMPREPLY < <(compgen -f -- "$word")
            elif [[ $command == @(check|edit|upgrade|simulate|lab) ]]; then
                _sidecar_viz_files "$word"
            fi
            ;;
    esac
    $extglob
}

complete -F _sidecar_viz sidecar-viz
