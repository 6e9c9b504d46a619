#compdef sidecar-viz
# Completion of sidecar-viz for zsh.

_sidecar_viz_lesson() { # a row is a name, two spaces or more, and a title
    setopt local_options extended_glob
    local -a names
    names=(${(M)${(f)"$(sidecar-viz lessons 2>/dev/null)"}:#[^ ]##  *})
    names=(${names%%[[:space:]]*})
    _alternative \
        "lessons:lesson:compadd -a names" \
        'files:lesson file:_files -g "*.(yaml|yml)"'
}

_sidecar_viz_source() {
    _alternative \
        'starters:starter:(blank loop messages pointer)' \
        'lessons:lesson:_sidecar_viz_lesson'
}

_sidecar_viz_first() {
    local -a commands
    commands=(
        'lessons:list the lessons'
        'new:make a small lesson to start from'
        'edit:show a lesson while you write it'
        'check:find what is wrong in lesson files'
        'upgrade:write a lesson in the newest format'
        'describe:print a lesson as text or JSON'
        'export:draw one step into a file'
        'simulate:play a pod as Kubernetes would'
        'lab:play, break and change a pod in a window'
        'schema:print the JSON Schema of lesson files'
    )
    _describe command commands
    _sidecar_viz_lesson
}

_sidecar_viz() {
    local -a step theme what_if format findings
    step='--step[begin at this step]:step:'
    theme='--theme[colours]:theme:(light dark contrast projector)'
    what_if='--what-if[one of the lesson'\''s what-ifs]:what-if:'
    format='--format[how it is printed]:format:(text json)'
    findings='--format[how it is printed]:format:(text json sarif)'
    case ${words[2]} in
        upgrade) _arguments '1:command:' '2:lesson file:_files -g "*.(yaml|yml)"' ;;
        check) _arguments '1:command:' $findings '*:lesson file:_files -g "*.(yaml|yml)"' ;;
        describe) _arguments '1:command:' '2:lesson:_sidecar_viz_lesson' $what_if $format ;;
        export)
            _arguments '1:command:' '2:lesson:_sidecar_viz_lesson' \
                '3:file:_files' '(--at --ending)'$step \
                '(--step --ending)--at[a place between steps]:place:' \
                '(--step --at)--ending[what is shown after the last step]' \
                '--size[in pixels]:size:(960x540 1280x720 1920x1080 3840x2160)' \
                '--rate[frames a second of a film]:rate:(10 25 30 60)' \
                '--captions[where a film has its words]:where:(burnt beside)' \
                '--window[the whole window, not the stage alone]' \
                '--picture[one more picture, for the whole lesson]:picture:_files -g "*.svg"' \
                '--progress[say how much is done, for other programs]' \
                '--sheet[what a PDF is]:sheet:(handout pupils teacher cards review manifest pictures)' \
                '--notes[with the teacher'\''s notes]' $theme $what_if
            ;;
        new)
            _arguments '1:command:' '2:name:' \
                '--from[what to start from]:source:_sidecar_viz_source' \
                '--pod[which pod of the manifest]:pod:' \
                '--into[where it is put]:folder:_files -/'
            ;;
        lab)
            _arguments '1:command:' '2:manifest:_files -g "*.(yaml|yml|json)"' \
                '--script[what the containers do]:script:_files -g "*.(yaml|yml|json)"' \
                '--pod[which pod of the manifest]:pod:' \
                '--at[the second at which it begins]:seconds:' \
                '--version[of Kubernetes]:version:(1.28 1.29 1.33 1.36)' $theme
            ;;
        simulate)
            _arguments '1:command:' '2:manifest:_files -g "*.(yaml|yml|json)"' \
                '--script[what the containers do]:script:_files -g "*.(yaml|yml|json)"' \
                '--pod[which pod of the manifest]:pod:' \
                '--at[the second up to which it is told]:seconds:' \
                '--version[of Kubernetes]:version:(1.28 1.29 1.33 1.36)' \
                '*--expect[what must be so in the end]:what:' \
                '--until[what it is played until]:condition:' \
                '--max-seconds[play no longer]:seconds:' \
                '--format[how it is printed]:format:(text json lesson)'
            ;;
        edit) _arguments '1:command:' '2:lesson file:_files -g "*.(yaml|yml)"' $theme ;;
        lessons | schema) _arguments '1:command:' '--help[print a short help]' ;;
        *)
            _arguments '1:command or lesson:_sidecar_viz_first' $step $theme $what_if \
                '--present[begin presenting]' \
                '--selftest[save the first picture and end]:picture:_files' \
                '--version[print the version]' '--help[print a short help]'
            ;;
    esac
}

_sidecar_viz "$@"
