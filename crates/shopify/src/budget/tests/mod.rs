mod one_process;
mod several_processes;
