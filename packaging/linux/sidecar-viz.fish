# Completion of sidecar-viz for fish.

function __sidecar_viz_lessons
    # A row is a name, two spaces or more, and a title.
    sidecar-viz lessons 2>/dev/null | string replace -rf '^(\S+)  .*' '$1'
end

function __sidecar_viz_yaml
    __fish_complete_suffix .yaml
    __fish_complete_suffix .yml
end

set -l commands lessons new edit check upgrade describe export simulate lab schema
set -l first "not __fish_seen_subcommand_from $commands"
set -l drawn "$first; or __fish_seen_subcommand_from export"
set -l coloured "$drawn; or __fish_seen_subcommand_from edit lab"
set -l told "__fish_seen_subcommand_from check describe simulate"

complete -c sidecar-viz -f
complete -c sidecar-viz -n __fish_use_subcommand -a lessons -d 'list the lessons'
complete -c sidecar-viz -n __fish_use_subcommand -a new -d 'make a small lesson to start from'
complete -c sidecar-viz -n __fish_use_subcommand -a edit -d 'show a lesson while you write it'
complete -c sidecar-viz -n __fish_use_subcommand -a check -d 'find what is wrong in lesson files'
complete -c sidecar-viz -n __fish_use_subcommand -a upgrade -d 'write a lesson in the newest format'
complete -c sidecar-viz -n __fish_use_subcommand -a describe -d 'print a lesson as text or JSON'
complete -c sidecar-viz -n __fish_use_subcommand -a export -d 'draw one step into a file'
complete -c sidecar-viz -n __fish_use_subcommand -a simulate -d 'play a pod as Kubernetes would'
complete -c sidecar-viz -n __fish_use_subcommand -a lab -d 'play, break and change a pod in a window'
complete -c sidecar-viz -n __fish_use_subcommand -a schema -d 'print the JSON Schema of lesson files'
complete -c sidecar-viz -n "$first; or __fish_seen_subcommand_from describe export" -a '(__sidecar_viz_lessons)' -d lesson
complete -c sidecar-viz -n "not __fish_seen_subcommand_from lessons new schema" -a '(__sidecar_viz_yaml)'
complete -c sidecar-viz -n "$drawn" -l step -x -d 'begin at this step'
complete -c sidecar-viz -n "$coloured" -l theme -x -a 'light dark contrast projector' -d 'colours'
complete -c sidecar-viz -n "not __fish_seen_subcommand_from lessons new edit check upgrade simulate lab schema" -l what-if -x -d 'one of the lesson\'s what-ifs'
complete -c sidecar-viz -n "__fish_seen_subcommand_from export simulate lab" -l at -x -d 'a place between steps, or a second'
complete -c sidecar-viz -n "__fish_seen_subcommand_from export" -l ending -d 'what is shown after the last step'
complete -c sidecar-viz -n "__fish_seen_subcommand_from export" -l size -x -a '960x540 1280x720 1920x1080 3840x2160' -d 'in pixels'
complete -c sidecar-viz -n "__fish_seen_subcommand_from export" -l rate -x -a '10 25 30 60' -d 'frames a second of a film'
complete -c sidecar-viz -n "__fish_seen_subcommand_from export" -l captions -x -a 'burnt beside' -d 'where a film has its words'
complete -c sidecar-viz -n "__fish_seen_subcommand_from export" -l notes -d 'with the teacher\'s notes'
complete -c sidecar-viz -n "__fish_seen_subcommand_from export" -l sheet -x -a 'handout pupils teacher cards review manifest pictures' -d 'what a PDF is'
complete -c sidecar-viz -n "__fish_seen_subcommand_from export" -l picture -r -F -d 'one more picture for the whole lesson'
complete -c sidecar-viz -n "__fish_seen_subcommand_from export" -l progress -d 'say how much is done, for other programs'
complete -c sidecar-viz -n "__fish_seen_subcommand_from export" -l window -d 'the whole window, not the stage alone'
complete -c sidecar-viz -n "$told" -l format -x -a 'text json sarif lesson' -d 'how it is printed'
complete -c sidecar-viz -n "__fish_seen_subcommand_from new" -l from -r -F -a 'blank loop messages pointer (__sidecar_viz_lessons)' -d 'what to start from'
complete -c sidecar-viz -n "__fish_seen_subcommand_from new simulate lab" -l pod -x -d 'which pod of the manifest'
complete -c sidecar-viz -n "__fish_seen_subcommand_from new" -l into -x -a '(__fish_complete_directories)' -d 'where it is put'
complete -c sidecar-viz -n "__fish_seen_subcommand_from simulate lab" -l script -x -a '(__sidecar_viz_yaml)' -d 'what the containers do'
complete -c sidecar-viz -n "__fish_seen_subcommand_from simulate lab" -l version -x -a '1.28 1.29 1.33 1.36' -d 'of Kubernetes'
complete -c sidecar-viz -n "__fish_seen_subcommand_from simulate" -l expect -x -d 'what must be so in the end'
complete -c sidecar-viz -n "__fish_seen_subcommand_from simulate" -l until -x -d 'what it is played until'
complete -c sidecar-viz -n "__fish_seen_subcommand_from simulate" -l max-seconds -x -d 'play no longer'
complete -c sidecar-viz -n "$first" -l present -d 'begin presenting'
complete -c sidecar-viz -n "$first" -l selftest -r -F -d 'save the first picture and end'
complete -c sidecar-viz -n "$first" -l version -d 'print the version'
complete -c sidecar-viz -l help -s h -d 'print a short help'
